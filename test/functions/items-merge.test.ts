import { TestCloud } from '../support/functions/test-cloud';

const DAY_MS = 86_400_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test('the earliest takes over what the others have, and these can be brought back', async () => {
  const person = cloud.person();
  const old = cloud.cloud.now() - 9 * DAY_MS;
  const kept = await person.add({ name: '人民日报', addedAt: old, tags: ['新闻'] });
  const more = { tags: ['官方'], starred: true, note: '常看', folder: '报纸', url: 'https://example.com/rm' };
  const other = await person.add({ name: '人民 日报', handle: 'rmrb', ...more });
  const merged = await person.data('items.merge', { ids: [other.id, kept.id] });
  expect(merged).toMatchObject({
    item: { id: kept.id, ...more, tags: ['新闻', '官方'], handle: 'rmrb', addedAt: old },
    ...{ merged: 1, later: 0, left: 0 },
  });
  expect(await person.list()).toEqual([merged.item]);
  expect(
    (await person.data('items.list', { kind: 'follow', filter: { query: 'guanfang' } })).items,
  ).toHaveLength(1);
  const { batchId = '' } = merged;
  expect(await person.data('batches.undo', { batchId })).toMatchObject({ restored: 1, gone: 0 });
  expect(await person.ids()).toHaveLength(2);
});

test('a merge whose reply was lost answers the same again and removes nothing more', async () => {
  const person = cloud.person();
  const ids = [await person.add({ name: '甲' }), await person.add({ name: '甲', handle: 'b' })].map(
    item => item.id,
  );
  const first = await person.data('items.merge', { ids });
  const again = await person.call('items.merge', { ids });
  expect(again).toMatchObject({ data: first, quota: { policy: 'unfollow', remaining: 199 } });
  expect(await person.remaining('unfollow')).toBe(199);
  expect(await person.trash()).toHaveLength(1);
});

test('protected items never go: one of them is kept, the others stay', async () => {
  const person = cloud.person();
  const plain = await person.add({ name: '甲', tags: ['a'], addedAt: cloud.cloud.now() - DAY_MS });
  const first = await person.add({ name: '甲', handle: 'b', protected: true });
  const second = await person.add({ name: '甲', handle: 'c', protected: true });
  const ids = [plain.id, first.id, second.id];
  const merged = await person.data('items.merge', { ids });
  expect(merged).toMatchObject({ merged: 1, left: 1, item: { tags: ['a'], addedAt: plain.addedAt } });
  expect([first.id, second.id]).toContain(merged.item.id);
  expect((await person.ids()).sort()).toEqual([first.id, second.id].sort());
  expect(await person.data('items.merge', { ids })).toMatchObject({
    merged: 1,
    left: 1,
    batchId: merged.batchId,
  });
});

test('a merge counts against the limit like any removal, and what is over waits', async () => {
  const person = cloud.person();
  await person.remove(await person.seed(199));
  const ids: string[] = [];
  for (const handle of ['a', 'b', 'c']) ids.push((await person.add({ name: '甲', handle })).id);
  expect(await person.data('items.merge', { ids })).toMatchObject({ merged: 1, later: 1, left: 0 });
  expect(await person.ids()).toHaveLength(2);
});

test('ids of two kinds, one id, the same twice and another person’s are refused', async () => {
  const person = cloud.person();
  const follow = await person.add({ name: '甲' });
  const like = await person.add({ kind: 'like', name: '甲' });
  expect(await person.refusal('items.merge', { ids: [follow.id, like.id] })).toMatchObject({
    code: 'BAD_INPUT',
    path: 'ids',
  });
  for (const ids of [[follow.id], [follow.id, follow.id]])
    expect(await person.refusal('items.merge', { ids })).toMatchObject({ code: 'BAD_INPUT' });
  expect(await cloud.person().refusal('items.merge', { ids: [follow.id, like.id] })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await person.trash()).toEqual([]);
});
