import type { ItemView } from '../../typings/contract/items';
import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

/** 人民日报 twice and 新华社 once, and 人民日报 among the likes. */
async function withTwins(): Promise<{ person: Account; twins: ItemView[] }> {
  const person = cloud.person();
  const twins = [
    await person.add({ name: '人民日报' }),
    await person.add({ name: '人民·日报', handle: 'rmrb' }),
  ];
  await person.add({ name: '新华社' });
  await person.add({ kind: 'like', name: '人民日报' });
  return { person, twins };
}

const twinsOf = async (person: Account, kind: 'follow' | 'like' = 'follow') =>
  (await person.data('items.list', { kind, filter: { duplicate: true }, sort: 'name' })).items;

test('items of one kind with the same name are duplicates, whatever their identity', async () => {
  const { person, twins } = await withTwins();
  expect(new Set((await twinsOf(person)).map(({ id }) => id))).toEqual(new Set(twins.map(({ id }) => id)));
  expect(await twinsOf(person, 'like')).toEqual([]);
  const facets = await person.data('items.facets', { kind: 'follow', filter: { duplicate: true } });
  expect(facets).toMatchObject({ duplicate: 2, matching: 2 });
});

test('home suggests them, and its filter shows exactly those it counted', async () => {
  const { person } = await withTwins();
  const { suggestions } = await person.data('home.show', {});
  const [suggestion] = suggestions.filter(({ reason }) => reason === 'duplicate');
  expect(suggestion).toEqual({ reason: 'duplicate', kind: 'follow', count: 2, filter: { duplicate: true } });
  const selection = { filter: { duplicate: true as const } };
  const preview = await person.data('batches.preview', { kind: 'follow', selection });
  expect(preview.count).toBe(2);
});

test('one that is renamed or in the trash is no duplicate any more', async () => {
  const { person, twins } = await withTwins();
  const [first, second] = twins;
  await person.data('items.edit', { id: first?.id ?? '', changes: { name: '人民网' } });
  expect(await twinsOf(person)).toEqual([]);
  await person.data('items.edit', { id: first?.id ?? '', changes: { name: '人民 日报' } });
  expect(await twinsOf(person)).toHaveLength(2);
  await person.remove([second?.id ?? '']);
  expect(await twinsOf(person)).toEqual([]);
});

test('a page of duplicates costs two requests, their chips three, home still two', async () => {
  const { person } = await withTwins();
  await person.data('home.show', {});
  expect(await cloud.callsOf(() => twinsOf(person))).toBe(2);
  const filter = { duplicate: true as const };
  expect(await cloud.callsOf(() => person.data('items.facets', { kind: 'follow', filter }))).toBe(3);
  expect(await cloud.callsOf(() => person.data('home.show', {}))).toBe(2);
});
