import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const HOURS_72 = 72 * 3_600_000;

/** Of all that is logged, what was erased. */
const ERASED = { what: { $in: ['erased', 'purged'] } };

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

/** Instants cannot be hit from outside while a clock runs, so the stored one is moved instead. */
const purgeIn = (ids: string[], ms: number): Promise<void> =>
  cloud.database.set('items', { _id: { $in: ids } }, { purgeAt: cloud.cloud.now() + ms });

test('removing changes nothing about an item but its state, and restoring brings everything back', async () => {
  const person = cloud.person();
  const item = await person.add({
    ...{ name: '家长学校', label: '学校', tags: ['孩子', '本地'], starred: true, note: '周三看' },
    ...{ addedAt: 1_600_000_000_000, lastReadAt: 1_700_000_000_000, postsPerWeek: 2, marks: ['outdated'] },
  });
  const [before] = await person.list();
  await person.remove([item.id]);
  expect(await person.list()).toEqual([]);
  const [trashed] = await person.trash();
  expect(trashed).toMatchObject(before ?? {});
  expect((trashed?.purgeAt ?? 0) - (trashed?.trashedAt ?? 0)).toBe(HOURS_72);
  expect(await person.data('trash.restore', { ids: [item.id] })).toEqual({ restored: 1, gone: 0 });
  expect(await person.list()).toEqual([before]);
  expect(await person.trash()).toEqual([]);
});

test('a batch in the list of batches counts what an undo would bring back, in one request', async () => {
  const person = cloud.person();
  const [first = '', ...others] = await person.seed(6);
  const older = await person.remove([first, ...others.slice(0, 3)]);
  const newer = await person.remove(others.slice(3));
  await person.data('trash.restore', { ids: [first] });
  const counts = async (): Promise<[string, number | undefined, number][]> => {
    const { batches } = await person.data('batches.list', {});
    return batches.map(({ batchId, restorable, removed }) => [batchId, restorable, removed]);
  };
  expect(await counts()).toEqual([
    [newer.batchId, 2, 2],
    [older.batchId, 3, 4],
  ]);
  expect(await cloud.callsOf(counts)).toBe(1);
  await person.data('batches.undo', { batchId: older.batchId });
  expect((await counts())[1]).toEqual([older.batchId, 0, 4]);
  expect(await cloud.person().data('batches.list', {})).toEqual({ batches: [] });
});

test('what is in the trash is in no list, search or count but the trash’s own', async () => {
  const person = cloud.person();
  const [first = ''] = await person.seed(3);
  await person.remove([first]);
  const home = await person.data('home.show', {});
  expect(home.counts).toEqual({ follow: 2, like: 0, favorite: 0, trash: 1 });
  expect(home.soonestPurgeAt).toBe((await person.trash())[0]?.purgeAt);
  const facets = await person.data('items.facets', { kind: 'follow', filter: { query: '号' } });
  expect(facets).toMatchObject({ total: 2, matching: 2 });
  expect((await person.data('items.list', { kind: 'follow', filter: { query: '号' } })).items).toHaveLength(
    2,
  );
  expect(await person.refusal('items.edit', { id: first, changes: { name: 'x' } })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const selection = { ids: [first] };
  expect(await person.refusal('batches.preview', { kind: 'follow', selection })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('adding again what is in the trash names it for a restore', async () => {
  const person = cloud.person();
  const item = await person.add({ name: '人民日报' });
  expect(await person.refusal('items.add', { draft: { kind: 'follow', name: ' 人民日报 ' } })).toMatchObject({
    code: 'CONFLICT',
    existing: { id: item.id, state: 'live' },
  });
  await person.remove([item.id]);
  expect(await person.refusal('items.add', { draft: { kind: 'follow', name: '人民日报' } })).toMatchObject({
    code: 'CONFLICT',
    existing: { id: item.id, state: 'trashed' },
  });
});

test('until the last moment it can be restored, after 72 hours it is gone, however late the timer', async () => {
  const person = cloud.person();
  const ids = await person.seed(3);
  const { batchId } = await person.remove(ids);
  await cloud.cloud.advance(HOURS_72 - 60_000);
  expect(await person.trash()).toHaveLength(3);
  expect(await person.data('trash.restore', { ids: ids.slice(0, 1) })).toEqual({ restored: 1, gone: 0 });
  await cloud.cloud.advance(60_000);
  expect(await person.trash()).toEqual([]);
  expect((await person.data('home.show', {})).counts.trash).toBe(0);
  expect(await person.data('trash.restore', { ids: ids.slice(1) })).toEqual({ restored: 0, gone: 2 });
  expect(await person.data('trash.tick', { ids: ids.slice(1), done: true })).toEqual({ changed: 0 });
  expect(await person.data('trash.erase', { ids: ids.slice(1), confirmed: true })).toEqual({ erased: 0 });
  expect(await person.data('batches.undo', { batchId })).toMatchObject({ restored: 0, gone: 2 });
  const { results } = await person.data('batches.show', { batchId });
  expect(results.items.map(result => result.outcome)).toEqual(['restored', 'erased', 'erased']);
  expect(results.items.map(result => result.name === undefined)).toEqual([false, true, true]);
  // The timer has not run: the documents are still there and nobody sees them.
  expect(await cloud.database.find('items', { _id: { $in: ids }, state: 'trashed' })).toHaveLength(2);
});

test('what is gone can be added anew before the timer ran, without anything of the old one', async () => {
  const person = cloud.person();
  const old = await person.add({ name: '旧的', note: '旧备注', tags: ['旧'], starred: true });
  await person.remove([old.id]);
  await purgeIn([old.id], 0);
  const item = await person.add({ name: '旧的' });
  expect(item).toMatchObject({ id: old.id, tags: [], starred: false });
  expect(item.note).toBeUndefined();
  await cloud.runTimer('janitor');
  expect(await person.ids()).toEqual([old.id]);
});

test('the janitor erases all that is over and nothing else, and leaves one line without content', async () => {
  const person = cloud.person();
  const ids = await person.seed(450, 'favorite', '秘密');
  await person.remove(ids, 'favorite');
  await purgeIn(ids.slice(0, 420), 0);
  await person.data('trash.restore', { ids: ids.slice(420, 440) });
  await cloud.runTimer('janitor');
  const { uid } = await person.data('me.show', {});
  const left = await cloud.database.find('items', { owner: uid });
  expect(left.filter(item => item['state'] === 'live')).toHaveLength(20);
  expect(left.filter(item => item['state'] === 'trashed')).toHaveLength(10);
  const logs = await cloud.database.find('logs', { owner: uid, ...ERASED });
  expect(logs.reduce((sum, log) => sum + Number(log['count']), 0)).toBe(420);
  expect(Object.keys(logs[0] ?? {}).sort()).toEqual(['_id', 'at', 'count', 'kind', 'owner', 'what']);
  const before = await cloud.database.dump();
  await cloud.runTimer('janitor');
  expect(await cloud.database.dump()).toBe(before);
});

test('erasing now needs the second confirmation, is logged and is final', async () => {
  const person = cloud.person();
  const ids = await person.seed(2);
  await person.remove(ids);
  const half = { ids, confirmed: false } as unknown as { ids: string[]; confirmed: true };
  expect(await person.refusal('trash.erase', half)).toMatchObject({ code: 'BAD_INPUT', path: 'confirmed' });
  expect(await person.data('trash.erase', { ids, confirmed: true })).toEqual({ erased: 2 });
  expect(await person.data('trash.erase', { ids, confirmed: true })).toEqual({ erased: 0 });
  const { uid } = await person.data('me.show', {});
  expect(await cloud.database.find('items', { owner: uid })).toEqual([]);
  expect(await cloud.database.find('logs', { owner: uid, ...ERASED })).toMatchObject([
    { what: 'erased', count: 2 },
  ]);
});

test('when restore and purge race, each item is either back or erased, never both or neither', async () => {
  const person = cloud.person();
  const ids = await person.seed(100, 'favorite');
  await person.remove(ids, 'favorite');
  const purgeAt = cloud.cloud.now() + 400;
  await cloud.database.set('items', { _id: { $in: ids } }, { purgeAt });
  let restored = 0;
  const restoring = ids.map(async id => {
    const answer = await person.data('trash.restore', { ids: [id] });
    restored += answer.restored;
  });
  // The purge runs again and again until the instant is over and everything is decided.
  const purging = (async () => {
    while (cloud.cloud.now() <= purgeAt) await cloud.runTimer('janitor');
  })();
  await Promise.all([...restoring, purging]);
  await cloud.runTimer('janitor');
  const { uid } = await person.data('me.show', {});
  const left = await cloud.database.find('items', { owner: uid });
  expect(left.map(item => item['state'])).toEqual(Array(restored).fill('live'));
  const logs = await cloud.database.find('logs', { owner: uid, ...ERASED });
  expect(logs.reduce((sum, log) => sum + Number(log['count']), 0)).toBe(100 - restored);
});
