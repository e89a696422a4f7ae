import type { LocalCloud } from '../../local/cloud';
import { endClouds, isAlive, openCloud, resultOf, until } from './cloud/running-cloud';

jest.setTimeout(60_000);

let cloud: LocalCloud;
const behave = (deed: string, more: object = {}) => cloud.invoke('behave', { do: deed, ...more });
const platformLog = (requestId: string) =>
  cloud
    .logs({ requestId })
    .filter(({ level }) => level === 'platform')
    .map(({ message }) => message);

beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(endClouds);

test('an instance handles one call at a time and calls beside it get instances of their own', async () => {
  const calls = Array.from({ length: 8 }, () =>
    resultOf<{ seen: number; pid: number }>(behave('overlap', { ms: 150 })),
  );
  const results = await Promise.all(calls);
  expect(results.map(({ seen }) => seen)).toEqual(Array(8).fill(1));
  expect(new Set(results.map(({ pid }) => pid)).size).toBeGreaterThan(1);
});

test('never more than ten instances of one function, however many calls wait', async () => {
  const calls = Array.from({ length: 40 }, () => resultOf<{ pid: number }>(behave('overlap', { ms: 30 })));
  const pids = new Set((await Promise.all(calls)).map(({ pid }) => pid));
  expect(pids.size).toBeLessThanOrEqual(10);
});

test('a warm call finds the modules of the call before, and the log tells cold from warm', async () => {
  await cloud.killInstances();
  const first = await behave('count');
  const second = await behave('count');
  expect('result' in first && first.result).toMatchObject({ calls: 1 });
  expect('result' in second && second.result).toMatchObject({ calls: 2 });
  expect(platformLog(first.requestId)[0]).toMatch(/^START cold, loaded in \d+ ms/);
  expect(platformLog(second.requestId)[0]).toMatch(/^START warm/);
});

test('plain values, nothing and callbacks are answers too', async () => {
  expect(await resultOf(behave('callback'))).toBe('called back');
  expect(await resultOf(behave('nothing'))).toBeNull();
});

test('a call over its time is ended with its process, also one that never yields', async () => {
  const replies = await Promise.all(['never', 'spin'].map(deed => cloud.invoke('hasty', { do: deed })));
  for (const reply of replies) {
    expect(reply).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('timed out after 2 seconds'),
    });
    const [start, end] = platformLog(reply.requestId);
    const pid = Number(/instance (\d+)/.exec(start ?? '')?.[1]);
    await until(() => !isAlive(pid));
    expect(end).toMatch(/^END timeout/);
  }
  expect(await resultOf(cloud.invoke('hasty', { do: 'pid' }))).toEqual(expect.any(Number));
});

test.each([
  ['throw', /TypeError: no such luck/],
  ['exit', /exited \(code 3\)/],
  ['stray', /unhandledRejection: Error: nobody listens/],
  ['hoard', /64 MB of memory/],
])('a call that ends badly is an error with its reason (%s)', async (deed, reason) => {
  const reply = await behave(deed);
  expect(reply).toMatchObject({ errCode: -504002, errMsg: expect.stringMatching(reason) });
  expect(platformLog(reply.requestId).join('\n')).toMatch(reason);
  expect(await resultOf(behave('count'))).toBeDefined();
});

test('a function that cannot be loaded says why', async () => {
  const reply = await cloud.invoke('broken', {});
  expect(reply).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('a-package-that-is-not-there'),
  });
});

test.each(['nowhere', '../behave', '', '__proto__', 'behave/index.js'])(
  'a function that does not exist is not found (%s)',
  async name => {
    expect(await cloud.invoke(name, {})).toMatchObject({ errCode: -501000 });
  },
);

test('events and replies over 6 MB are refused', async () => {
  const event = { do: 'count', filler: 'x'.repeat(6 * 1024 * 1024) };
  expect(await cloud.invoke('behave', event)).toMatchObject({ errCode: -501007 });
  expect(await behave('huge')).toMatchObject({ errCode: -604001 });
});

test('output is kept with the request it belongs to', async () => {
  const { requestId } = await behave('speak');
  const lines = cloud.logs({ requestId }).filter(({ level }) => level !== 'platform');
  expect(lines.map(({ level, message }) => [level, message])).toEqual([
    ['info', 'calm words'],
    ['error', 'loud words'],
  ]);
  expect(lines[0]).toMatchObject({ functionName: 'behave', at: expect.any(Number) });
});

test('idle instances end by themselves', async () => {
  const brief = await openCloud({ idleInstanceMs: 20 });
  const { pid } = await resultOf<{ pid: number }>(brief.invoke('behave', { do: 'count' }));
  await until(() => !isAlive(pid));
  expect(brief.state().functions.find(({ name }) => name === 'behave')).toMatchObject({ instances: 0 });
});
