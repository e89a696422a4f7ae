import type { FaultSettings, LocalCloud } from '../../local/cloud';
import { endClouds, openCloud, post, resultOf } from './cloud/running-cloud';

jest.setTimeout(60_000);

interface Note {
  _id: string;
}

let cloud: LocalCloud;
const data = <T>(deed: string, more: object = {}) => resultOf<T>(cloud.invoke('data', { do: deed, ...more }));
const add = (id: string) => data<{ failed?: boolean; code?: string }>('add', { note: { _id: id } });
const ids = async () => (await data<Note[]>('list')).map(({ _id }) => _id);
/** Which of these adds, one after the other, were told to have failed. */
const failures = (...names: string[]) => data<string[]>('failures', { ids: names });

beforeAll(async () => {
  cloud = await openCloud();
});
afterEach(async () => {
  cloud.faults({});
  await data('clear');
});
afterAll(endClouds);

test('a refused request does nothing', async () => {
  cloud.faults({ errorRate: 1, action: '^database\\.insert' });
  expect(await add('a')).toMatchObject({ failed: true, code: 'DATABASE_REQUEST_FAILED' });
  expect(await ids()).toEqual([]);
});

test('a request whose reply is lost took effect', async () => {
  cloud.faults({ lostReplyRate: 1, action: '^database\\.insert' });
  expect(await add('a')).toMatchObject({ failed: true });
  expect(await ids()).toEqual(['a']);
});

test('an instance killed after its write leaves the write and fails the call', async () => {
  cloud.faults({ killInstanceRate: 1, action: '^database\\.insert' });
  const reply = await cloud.invoke('data', { do: 'add', note: { _id: 'a' } });
  expect(reply).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('SIGKILL') });
  expect(await ids()).toEqual(['a']);
});

test('faults can begin late and end after so many', async () => {
  cloud.faults({ errorRate: 1, action: '^database\\.insert', skip: 2, times: 1 });
  expect(await failures('a', 'b', 'c', 'd', 'e')).toEqual(['c']);
  expect(await ids()).toEqual(['a', 'b', 'd', 'e']);
});

test('the same seed gives the same faults', async () => {
  const settings: FaultSettings = { errorRate: 0.5, action: '^database\\.insert', seed: 7 };
  const names = Array.from({ length: 12 }, (_, n) => `n${n}`);
  cloud.faults(settings);
  const first = await failures(...names);
  await data('clear');
  cloud.faults(settings);
  expect(await failures(...names)).toEqual(first);
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(names.length);
});

test('a slow request waits until its time or the settings are over, others do not', async () => {
  cloud.faults({ latencyMs: 3_600_000, latencyJitterMs: 1000, action: '^database\\.insert' });
  let isAdded = false;
  const adding = add('a').then(() => {
    isAdded = true;
  });
  expect(await ids()).toEqual([]);
  expect(isAdded).toBe(false);
  cloud.faults({});
  await adding;
  expect(await ids()).toEqual(['a']);
});

test('instances are killed every so often', async () => {
  cloud.faults({ killEveryMs: 20 });
  const reply = await cloud.invoke('behave', { do: 'never' });
  expect(reply).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('SIGKILL') });
});

test('killing all instances ends what they do', async () => {
  await resultOf(cloud.invoke('behave', { do: 'count' }));
  const calling = cloud.invoke('behave', { do: 'never' });
  await post(cloud, '/control/instances', {});
  expect(await calling).toMatchObject({ errCode: -504002 });
});

test('a phone’s own call fails or loses its reply only when it is named', async () => {
  const invoke = () => post(cloud, '/invoke', { name: 'data', data: { do: 'add', note: { _id: 'a' } } });
  cloud.faults({ errorRate: 1, action: 'client\\.invoke' });
  expect(await (await invoke()).json()).toMatchObject({ errCode: -501001 });
  cloud.faults({ lostReplyRate: 1, action: 'client\\.invoke' });
  await expect(invoke()).rejects.toThrow();
  cloud.faults({ errorRate: 1 });
  expect(await (await invoke()).json()).toMatchObject({ result: { failed: true } });
  cloud.faults({});
  expect(await ids()).toEqual(['a']);
});

test('faults are set over HTTP too, and wrong ones are refused', async () => {
  const set = (settings: object) => post(cloud, '/control/faults', settings);
  expect((await set({ latencyMs: 5, seed: 3 })).status).toBe(200);
  expect(cloud.state().faults).toEqual({ latencyMs: 5, seed: 3 });
  for (const wrong of [{ speed: 1 }, { errorRate: 2 }, { latencyMs: -1 }, { times: 'x' }, { action: '(' }])
    expect((await set(wrong)).status).toBe(400);
  expect(cloud.state().faults).toEqual({ latencyMs: 5, seed: 3 });
});
