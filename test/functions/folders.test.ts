import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const names = (items: { name: string }[]): string[] => items.map(({ name }) => name);

test('an item lies in one folder, is found and filtered by it, and can be taken out again', async () => {
  const person = cloud.person();
  const item = await person.add({ kind: 'favorite', name: '红烧肉', folder: '菜谱' });
  await person.add({ kind: 'favorite', name: '别的' });
  expect(item.folder).toBe('菜谱');
  const found = (filter: object) => person.data('items.list', { kind: 'favorite', filter });
  for (const filter of [{ folder: '菜谱' }, { query: '菜谱' }, { query: 'caipu' }, { query: 'cp' }])
    expect(names((await found(filter)).items)).toEqual(['红烧肉']);
  const moved = await person.data('items.edit', { id: item.id, changes: { folder: '家常' } });
  expect(moved.item.folder).toBe('家常');
  expect((await found({ query: 'caipu' })).items).toEqual([]);
  expect(names((await found({ query: 'jiachang' })).items)).toEqual(['红烧肉']);
  const out = await person.data('items.edit', { id: item.id, changes: { folder: null } });
  expect(out.item.folder).toBeUndefined();
  expect((await found({ query: 'jiachang' })).items).toEqual([]);
});

test('what matches a folder can be removed together, and comes back into it', async () => {
  const person = cloud.person();
  await person.add({ kind: 'favorite', name: '一', folder: '旧' });
  await person.add({ kind: 'favorite', name: '二', folder: '新' });
  const selection = { filter: { folder: '旧' } };
  const { batchId, count } = await person.data('batches.preview', { kind: 'favorite', selection });
  expect(count).toBe(1);
  await person.data('batches.commit', { batchId });
  expect(names(await person.list('favorite'))).toEqual(['二']);
  await person.data('batches.undo', { batchId });
  expect((await person.list('favorite')).map(({ folder }) => folder).sort()).toEqual(['新', '旧'].sort());
});

test('chips count folders, labels, marks, kinds of target and names held twice', async () => {
  const person = cloud.person();
  await person.add({ name: '甲报', folder: '新闻', label: '官方', marks: ['advert-heavy'] });
  await person.add({ name: '乙报', folder: '新闻', label: '官方', targetType: 'channel' });
  await person.add({ name: '丙', folder: '生活', marks: ['advert-heavy', 'outdated'] });
  await person.add({ name: ' 丙 ', handle: 'bing' });
  const facets = await person.data('items.facets', { kind: 'follow' });
  expect(facets).toMatchObject({
    ...{ total: 4, matching: 4, duplicate: 2, marks: { 'advert-heavy': 2, outdated: 1 } },
    folders: [
      { folder: '新闻', count: 2 },
      { folder: '生活', count: 1 },
    ],
    labels: [{ label: '官方', count: 2 }],
    types: { 'official-account': 3, channel: 1 },
  });
  expect(await person.data('items.facets', { kind: 'like' })).toMatchObject({ duplicate: 0, types: {} });
});

test('what a link said of itself when it was added stays, is searched by author, and dead can be set by hand', async () => {
  const person = cloud.person();
  const takenAt = cloud.cloud.now() - 1000;
  const snapshot = { title: '怎样种番茄', author: '园艺社', cover: 'https://example.com/a.jpg', takenAt };
  const url = 'https://example.com/tomato';
  const item = await person.add({ kind: 'favorite', name: '番茄', url, snapshot });
  expect(item).toMatchObject({ snapshot, dead: false });
  for (const query of ['园艺社', 'yuanyishe', 'yys', '怎样种']) {
    const { items } = await person.data('items.list', { kind: 'favorite', filter: { query } });
    expect(names(items)).toEqual(['番茄']);
  }
  const edited = await person.data('items.edit', { id: item.id, changes: { dead: true, name: '西红柿' } });
  expect(edited.item).toMatchObject({ dead: true, snapshot, name: '西红柿' });
  const dead = await person.data('items.list', { kind: 'favorite', filter: { dead: true, query: 'yys' } });
  expect(names(dead.items)).toEqual(['西红柿']);
  await person.remove([item.id], 'favorite');
  expect((await person.trash())[0]).toMatchObject({ snapshot, dead: true });
});

test('a cover that is not an https picture is refused', async () => {
  const person = cloud.person();
  for (const cover of [
    'http://example.com/a.jpg',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    'https:///a',
  ]) {
    const snapshot = { cover, takenAt: cloud.cloud.now() };
    const draft = { kind: 'favorite' as const, name: 'a', snapshot };
    expect(await person.refusal('items.add', { draft })).toMatchObject({ code: 'BAD_INPUT' });
  }
});

test('tags are found by spelling and by sound, before and after an edit', async () => {
  const person = cloud.person();
  const item = await person.add({ name: '甲', tags: ['科技', 'AI'] });
  const found = async (query: string) =>
    (await person.data('items.list', { kind: 'follow', filter: { query } })).items.length;
  for (const query of ['科技', 'keji', 'kj', 'ai']) expect(await found(query)).toBe(1);
  await person.data('items.edit', { id: item.id, changes: { tags: ['生活'] } });
  for (const query of ['科技', 'keji', 'ai']) expect(await found(query)).toBe(0);
  expect(await found('shenghuo')).toBe(1);
});
