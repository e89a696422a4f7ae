import type { DataOf } from '../../typings/contract/api';
import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(300_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

/** `verified` people may remove 1,000 favorites a day: two slices. */
async function verifiedPerson(): Promise<Account> {
  const person = cloud.person();
  const { uid } = await person.data('me.show', {});
  await cloud.database.insert('limits', [{ _id: uid, grade: 'verified', days: {} }]);
  return person;
}

test('a page of a list, a search and a page of the trash cost one database request each', async () => {
  const person = cloud.person();
  const ids = await person.seed(60);
  await person.remove(ids.slice(0, 5));
  const calls = [
    () => person.data('items.list', { kind: 'follow' }),
    () => person.data('items.list', { kind: 'follow', sort: 'name', filter: { silence: 'unknown' } }),
    () => person.data('items.list', { kind: 'follow', filter: { query: 'hao4' } }),
    () => person.data('trash.list', {}),
    () => person.data('trash.list', { kind: 'follow', pendingOnPlatform: true }),
  ];
  for (const call of calls) expect(await cloud.callsOf(call)).toBe(1);
  const { cursor = '' } = await person.data('items.list', { kind: 'follow' });
  expect(await cloud.callsOf(() => person.data('items.list', { kind: 'follow', cursor }))).toBe(1);
});

test('home costs two requests, two more on the first visit', async () => {
  const person = cloud.person();
  expect(await cloud.callsOf(() => person.data('home.show', {}))).toBe(4);
  expect(await cloud.callsOf(() => person.data('home.show', {}))).toBe(2);
});

test('filter chips cost one request, one more for the count of what matches', async () => {
  const person = cloud.person();
  await person.seed(3);
  expect(await cloud.callsOf(() => person.data('items.facets', { kind: 'follow' }))).toBe(1);
  const filter = { silence: 'unknown' as const };
  expect(await cloud.callsOf(() => person.data('items.facets', { kind: 'follow', filter }))).toBe(2);
});

test('preview, commit, restore and undo stay within their budgets at every size', async () => {
  const person = await verifiedPerson();
  const ids = await person.seed(1001, 'favorite');
  expect(ids).toHaveLength(1001);
  for (const count of [1, 500, 1000]) {
    let preview = {} as DataOf<'batches.preview'>;
    const selection = { ids: ids.slice(0, count) };
    const previewCalls = await cloud.callsOf(async () => {
      preview = await person.data('batches.preview', { kind: 'favorite', selection });
    });
    expect(previewCalls).toBeLessThanOrEqual(2 * Math.ceil(count / 1000));
    expect(preview).toMatchObject({ count, now: count, later: 0 });
    const { batchId } = preview;
    let batch = {} as DataOf<'batches.commit'>;
    const commitCalls = await cloud.callsOf(async () => {
      batch = await person.data('batches.commit', { batchId });
    });
    expect(commitCalls).toBeLessThanOrEqual(2 * Math.ceil(batch.handled / 500) + 4);
    // On a slow machine a call may end between two slices.
    while (batch.state === 'running') batch = await person.data('batches.advance', { batchId });
    expect(batch).toMatchObject({ state: 'done', removed: count, left: 0 });
    expect(await person.data('batches.undo', { batchId })).toMatchObject({ restored: count, gone: 0 });
    // The next size begins with a full limit: what was given back once is not given back again.
    await cloud.cloud.advance('24h');
  }
  const all = await cloud.callsOf(() =>
    person.data('batches.preview', { kind: 'favorite', selection: { filter: {} } }),
  );
  expect(all).toBeLessThanOrEqual(2 * Math.ceil(1001 / 1000));
});

test('the first removal of a new person stays within the budget too', async () => {
  const person = cloud.person();
  const items = [await person.add({ name: '甲' }), await person.add({ name: '乙' })];
  const ids = items.map(item => item.id);
  const { batchId } = await person.data('batches.preview', { kind: 'follow', selection: { ids } });
  // State, limit, network (two on its first use), items, position.
  expect(await cloud.callsOf(() => person.data('batches.commit', { batchId }))).toBeLessThanOrEqual(6);
});

test('restoring up to 500 items costs four requests: what is there, the limit, the items, a line in the log', async () => {
  const person = cloud.person();
  const ids = await person.seed(500, 'favorite');
  await person.remove(ids, 'favorite');
  const calls = await cloud.callsOf(async () => {
    expect(await person.data('trash.restore', { ids })).toEqual({ restored: 500, gone: 0 });
  });
  expect(calls).toBe(4);
});
