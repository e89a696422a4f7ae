import { TestCloud } from '../support/functions/test-cloud';

const DAY_MS = 86_400_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test('the report of a new person is whole and all zeros', async () => {
  const report = await cloud.person().data('reports.show', { days: 30 });
  expect(report).toMatchObject({
    ...{ days: 30, step: 'day', totals: { removed: 0, restored: 0, live: 0 }, reasons: [] },
    tags: { shown: [], rest: 0, untagged: 0 },
  });
  expect(report.removed).toHaveLength(30);
  expect(report.added).toHaveLength(30);
  expect(report.frequency.map(({ bucket }) => bucket)).toEqual([
    '0-1',
    '1-3',
    '3-7',
    '7-14',
    '14+',
    'unknown',
  ]);
});

test('it counts what was removed, what came back and what is there, each in its step', async () => {
  const person = cloud.person();
  const now = cloud.cloud.now();
  const old = now - 40 * DAY_MS;
  const [a, b] = [await person.add({ name: '甲', addedAt: old }), await person.add({ name: '乙' })];
  const like = await person.add({ kind: 'like', name: '丙', addedAt: now - 3 * DAY_MS });
  await person.add({ kind: 'favorite', name: '丁' });
  await person.remove([a.id, b.id]);
  await person.data('trash.restore', { ids: [a.id] });
  await person.remove([like.id], 'like');
  const report = await person.data('reports.show', { days: 30 });
  expect(report.removed.at(-1)).toMatchObject({ follow: 2, like: 1, favorite: 0 });
  expect(report.totals).toEqual({ removed: 3, restored: 1, live: 2 });
  expect(report.added.at(-1)).toMatchObject({ follow: 0, favorite: 1 });
  const year = await person.data('reports.show', { days: 365 });
  expect(year.added.reduce((sum, step) => sum + step.follow, 0)).toBe(1);
  expect(year.removed.at(-1)).toMatchObject({ follow: 2, like: 1 });
});

test('an instant belongs to the step it begins, and one before the first step to none', async () => {
  const person = cloud.person();
  const { added } = await person.data('reports.show', { days: 30 });
  const [first, second] = added.map(({ from }) => from);
  if (first === undefined || second === undefined) throw new Error('no steps');
  for (const [index, addedAt] of [first - 1, first, second - 1, second].entries())
    await person.add({ kind: 'favorite', name: `藏${index}`, addedAt });
  const report = await person.data('reports.show', { days: 30 });
  expect(report.added.slice(0, 3).map(({ favorite }) => favorite)).toEqual([2, 1, 0]);
});

test('tags are the ten most used and the rest, follows lie in buckets by posts a week', async () => {
  const person = cloud.person();
  const posts = [0, 0.9, 1, 3, 3.1, 7, 7.5, 14, 14.5];
  for (const postsPerWeek of posts) {
    const tags = Array.from({ length: 12 }, (_, index) => `标${String(index).padStart(2, '0')}`);
    await person.add({ name: `号${postsPerWeek}`, postsPerWeek, tags });
  }
  await person.add({ name: '无' });
  await person.add({ kind: 'favorite', name: '藏' });
  const { tags, frequency } = await person.data('reports.show', { days: 90 });
  expect(tags.shown).toHaveLength(10);
  expect(tags.shown[0]).toEqual({ tag: '标00', count: 9 });
  expect(tags).toMatchObject({ rest: 18, untagged: 2 });
  expect(frequency.map(({ count }) => count)).toEqual([2, 2, 2, 2, 1, 1]);
});

test('it costs two requests, shows nothing of another person, and knows three lengths only', async () => {
  const person = cloud.person();
  const ids = await person.seed(20);
  await person.remove(ids.slice(0, 5));
  expect(await cloud.callsOf(() => person.data('reports.show', { days: 365 }))).toBe(2);
  const other = await cloud.person().data('reports.show', { days: 30 });
  expect(other.totals).toEqual({ removed: 0, restored: 0, live: 0 });
  const event = { action: 'reports.show', input: { days: 31 } };
  expect(await person.send(event)).toMatchObject({ ok: false, error: { code: 'BAD_INPUT', path: 'days' } });
});
