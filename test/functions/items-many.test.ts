import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const found = async (person: Account, query: string) =>
  (await person.data('items.list', { kind: 'follow', filter: { query } })).items.length;

test('many items get tags, a folder, a star and protection in one write, and are found by them', async () => {
  const person = cloud.person();
  const ids = await person.seed(30);
  const some = ids.slice(0, 20);
  const changes = { addTags: ['科技', 'AI'], folder: '常看', starred: true, protected: true };
  const edit = () => person.data('items.editMany', { kind: 'follow', selection: { ids: some }, changes });
  // The items, and a line in the log.
  expect(await cloud.callsOf(edit)).toBe(2);
  expect(await edit()).toEqual({ changed: 20, left: 0 });
  const all = await person.list();
  const changed = all.filter(item => some.includes(item.id));
  expect(changed).toHaveLength(20);
  for (const item of changed)
    expect(item).toMatchObject({ tags: ['科技', 'AI'], ...{ folder: '常看', starred: true } });
  expect(all.filter(item => item.protected)).toHaveLength(20);
  for (const query of ['keji', 'kj', 'changkan', 'ai']) expect(await found(person, query)).toBe(20);
});

test('tags come and go at once, also when the selection is the tag that goes', async () => {
  const person = cloud.person();
  for (const name of ['甲', '乙']) await person.add({ name, tags: ['News', '旧'] });
  await person.add({ name: '丙', tags: ['news'] });
  const selection = { filter: { tag: '旧' } };
  const changes = { addTags: ['新'], removeTags: ['旧', 'News'], folder: null };
  expect(await person.data('items.editMany', { kind: 'follow', selection, changes })).toEqual({
    changed: 2,
    left: 0,
  });
  const tags = (await person.list()).map(item => item.tags);
  expect(tags).toEqual([['news'], ['新'], ['新']]);
  expect(await found(person, 'news')).toBe(1);
  expect(await found(person, 'jiu')).toBe(0);
  expect(await found(person, 'xin')).toBe(2);
});

test('all that match save the ones unticked are changed; other kinds and the trash are not', async () => {
  const person = cloud.person();
  const [a = '', b = '', c = ''] = await person.seed(3);
  const like = await person.add({ kind: 'like', name: '号1' });
  await person.remove([c]);
  const selection = { filter: { query: '号' }, except: [b] };
  const changes = { starred: true };
  expect(await person.data('items.editMany', { kind: 'follow', selection, changes })).toEqual({
    changed: 1,
    left: 0,
  });
  expect((await person.list()).map(({ id, starred }) => [id, starred])).toEqual([
    [a, true],
    [b, false],
  ]);
  expect((await person.list('like'))[0]).toMatchObject({ id: like.id, starred: false });
  expect((await person.trash())[0]).toMatchObject({ starred: false });
});

test('an item without room for the tags is left as it is and counted', async () => {
  const person = cloud.person();
  const tags = Array.from({ length: 20 }, (_, index) => `标${index}`);
  const full = await person.add({ name: '满', tags });
  const part = await person.add({ name: '半', tags: tags.slice(0, 19) });
  const selection = { ids: [full.id, part.id] };
  const edit = (changes: { addTags: string[]; removeTags?: string[] }) =>
    person.data('items.editMany', { kind: 'follow', selection, changes });
  expect(await edit({ addTags: ['新'] })).toEqual({ changed: 1, left: 1 });
  // A tag that it has already, and one that takes another's place, need no room.
  expect(await edit({ addTags: ['标0'] })).toEqual({ changed: 2, left: 0 });
  expect(await edit({ addTags: ['$owner'], removeTags: ['标1'] })).toEqual({ changed: 2, left: 0 });
  expect((await person.list()).map(item => item.tags.length)).toEqual([20, 20]);
});

test('an edit that another device began before is told that the item changed', async () => {
  const person = cloud.person();
  const { id, rev } = await person.add({ name: '甲' });
  await person.data('items.editMany', {
    kind: 'follow',
    selection: { ids: [id] },
    changes: { starred: true },
  });
  expect(await person.refusal('items.edit', { id, rev, changes: { note: 'n' } })).toMatchObject({
    code: 'CONFLICT',
  });
});

test('an edit that is sent again because its answer was lost gets the first result, and is not made twice', async () => {
  const person = cloud.person();
  const { id, rev } = await person.add({ name: '甲', note: '旧' });
  const changes = { starred: true, note: null, tags: ['常看'] };
  const first = await person.data('items.edit', { id, rev, changes });
  const again = await person.data('items.edit', { id, rev, changes });
  expect(again.item).toEqual(first.item);
  expect(again.item).toMatchObject({ rev: rev + 1, starred: true, tags: ['常看'] });
});

test('nothing to change, a tag that comes and goes, and another person’s items', async () => {
  const person = cloud.person();
  const [id = ''] = await person.seed(1);
  const send = (changes: object) =>
    person.send({ action: 'items.editMany', input: { kind: 'follow', selection: { ids: [id] }, changes } });
  for (const changes of [{}, { addTags: ['a'], removeTags: ['a'] }, { addTags: [{ $ne: '' }] }])
    expect(await send(changes)).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  const input = { kind: 'follow' as const, selection: { ids: [id] }, changes: { starred: true } };
  expect(await cloud.person().data('items.editMany', input)).toEqual({ changed: 0, left: 1 });
  expect((await person.list())[0]).toMatchObject({ starred: false });
});
