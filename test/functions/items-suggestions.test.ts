import type { ItemKind } from '../../typings/contract/items';
import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

const DAY_MS = 86_400_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const ago = (days: number): number => cloud.cloud.now() - days * DAY_MS;

/** What a suggestion's one tap would show. */
const shown = async (person: Account, kind: ItemKind, filter: object) =>
  (await person.data('items.list', { kind, filter, limit: 100 })).items.map(({ name }) => name).sort();

test('silence is silent, active or unknown by the date of the last opening, at the person’s own threshold', async () => {
  const person = cloud.person();
  await person.add({ name: '久', lastReadAt: ago(91) });
  await person.add({ name: '近', lastReadAt: ago(89) });
  await person.add({ name: '无' });
  const of = (silence: 'silent' | 'active' | 'unknown', silentDays?: 30 | 60 | 90 | 180) =>
    shown(person, 'follow', { silence, ...(silentDays && { silentDays }) });
  expect([await of('silent'), await of('active'), await of('unknown')]).toEqual([['久'], ['近'], ['无']]);
  expect([await of('silent', 60), await of('silent', 180)]).toEqual([['久', '近'].sort(), []]);
  for (const { name, silence, lastReadAt } of await person.list())
    expect([name, silence === 'unknown']).toEqual([name, lastReadAt === undefined]);
  await person.data('me.change', { silentDays: 180 });
  const { suggestions } = await person.data('home.show', {});
  expect(suggestions.filter(({ reason }) => reason === 'silent')).toEqual([]);
});

test('every reason is named with its count, and one tap shows exactly those', async () => {
  const person = cloud.person();
  const oldest = ago(400);
  await person.add({ name: '很久', lastReadAt: oldest });
  await person.add({ name: '久', lastReadAt: ago(100), postsPerWeek: 3 });
  await person.add({ name: '勤', lastReadAt: ago(1), postsPerWeek: 3.5 });
  await person.add({ name: '广告', lastReadAt: ago(1), marks: ['advert-heavy'] });
  await person.add({ name: '旧', lastReadAt: ago(1), marks: ['outdated'] });
  await person.add({ name: '没开', addedAt: ago(31) });
  await person.add({ name: '刚加', addedAt: ago(29) });
  for (const handle of ['a', 'b']) await person.add({ name: '重', handle, lastReadAt: ago(1) });
  await person.add({ kind: 'favorite', name: '坏', dead: true, lastReadAt: ago(1) });
  const { suggestions } = await person.data('home.show', {});
  const found = new Map<string, string[]>();
  for (const { reason, kind, count, filter, oldestReadAt } of suggestions) {
    const names = await shown(person, kind, filter);
    expect([reason, names.length]).toEqual([reason, count]);
    found.set(reason, names);
    if (reason === 'silent') expect(oldestReadAt).toBe(oldest);
  }
  expect(Object.fromEntries(found)).toEqual({
    ...{ silent: ['久', '很久'].sort(), frequent: ['勤'], unopened: ['没开'], dead: ['坏'] },
    ...{ duplicate: ['重', '重'], 'advert-heavy': ['广告'], outdated: ['旧'] },
  });
});

test('an item without a record of its opening is never among the silent, however old', async () => {
  const person = cloud.person();
  await person.add({ name: '古', addedAt: ago(3000) });
  for (const silentDays of [30, 60, 90, 180] as const) {
    await person.data('me.change', { silentDays });
    const { suggestions } = await person.data('home.show', {});
    expect(suggestions.map(({ reason }) => reason)).toEqual(['unopened']);
    expect(await shown(person, 'follow', { silence: 'silent', silentDays })).toEqual([]);
  }
});
