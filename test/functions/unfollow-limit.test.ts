import type { DataOf } from '../../typings/contract/api';
import type { Account } from '../support/functions/account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(300_000);

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

const chunksOf = (ids: string[], sizes: number[]): string[][] => {
  let start = 0;
  return sizes.map(size => {
    start += size;
    return ids.slice(start - size, start);
  });
};

async function previewAll(person: Account, groups: string[][]): Promise<string[]> {
  const batches: string[] = [];
  for (const ids of groups) {
    const { batchId } = await person.data('batches.preview', { kind: 'follow', selection: { ids } });
    batches.push(batchId);
  }
  return batches;
}

const commitAtOnce = (person: Account, batchIds: string[]): Promise<DataOf<'batches.commit'>[]> =>
  Promise.all(batchIds.map(batchId => person.data('batches.commit', { batchId })));

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

test('of 100 commits of 3 at the same moment exactly 200 unfollows pass and 100 wait', async () => {
  const person = cloud.person();
  const ids = await person.seed(300);
  const batchIds = await previewAll(person, chunksOf(ids, Array(100).fill(3)));
  const batches = await commitAtOnce(person, batchIds);
  expect(sum(batches.map(batch => batch.removed))).toBe(200);
  expect(sum(batches.map(batch => batch.later))).toBe(100);
  expect(batches.filter(batch => batch.state === 'waiting' && batch.resumeAt === undefined)).toEqual([]);
  expect(await person.trash()).toHaveLength(200);
  expect(await person.ids()).toHaveLength(100);
  expect(await person.remaining('unfollow')).toBe(0);
});

test('commits of different sizes leave nothing of the limit unused', async () => {
  const person = cloud.person();
  const sizes = [37, 41, 29, 53, 31, 47, 7, 5];
  const ids = await person.seed(sum(sizes));
  const batches = await commitAtOnce(person, await previewAll(person, chunksOf(ids, sizes)));
  expect(sum(batches.map(batch => batch.removed))).toBe(200);
  expect(await person.remaining('unfollow')).toBe(0);
  expect(await person.trash()).toHaveLength(200);
});

test('a preview says what it costs and what waits, and takes nothing', async () => {
  const person = cloud.person();
  const ids = await person.seed(203);
  const preview = await person.data('batches.preview', { kind: 'follow', selection: { filter: {} } });
  const now = cloud.cloud.now();
  expect(preview).toMatchObject({ count: 203, now: 200, later: 3 });
  expect(preview.quota).toMatchObject({ policy: 'unfollow', limit: 200, remaining: 200 });
  expect(new Date(preview.laterAt ?? 0).toISOString()).toMatch(/T01:00:00.000Z$/);
  expect((preview.laterAt ?? 0) - now).toBeLessThan(24 * 3_600_000);
  expect(preview.quota.resetAt).toBe((preview.laterAt ?? 0) - 9 * 3_600_000);
  expect(await person.remaining('unfollow')).toBe(200);
  expect(await person.ids()).toEqual(ids);
});

test('restoring gives each item back to the limit once a day', async () => {
  const person = cloud.person();
  const ids = await person.seed(10);
  await person.remove(ids);
  expect(await person.remaining('unfollow')).toBe(190);
  const [first = ''] = ids;
  await Promise.all([1, 2, 3].map(() => person.data('trash.restore', { ids: [first] })));
  expect(await person.remaining('unfollow')).toBe(191);
  await person.data('trash.restore', { ids });
  expect(await person.remaining('unfollow')).toBe(200);
  await person.remove(ids);
  await person.data('trash.restore', { ids });
  expect(await person.remaining('unfollow')).toBe(190);
  await cloud.cloud.advance('24h');
  expect(await person.remaining('unfollow')).toBe(200);
  await person.remove(ids);
  await person.data('trash.restore', { ids });
  expect(await person.remaining('unfollow')).toBe(200);
});

test('undoing a batch gives back what it took, once', async () => {
  const person = cloud.person();
  const ids = await person.seed(20);
  const { batchId } = await person.remove(ids);
  await Promise.all([1, 2].map(() => person.data('batches.undo', { batchId })));
  expect(await person.remaining('unfollow')).toBe(200);
  expect(await person.ids()).toHaveLength(20);
});

test('what was erased for good is not given back', async () => {
  const person = cloud.person();
  const ids = await person.seed(10);
  await person.remove(ids);
  await person.data('trash.erase', { ids: ids.slice(0, 4), confirmed: true });
  expect(await person.data('trash.restore', { ids })).toEqual({ restored: 6, gone: 4 });
  expect(await person.remaining('unfollow')).toBe(196);
});

test('1,000 restores a day pass, the next is refused with the instant it can be tried again', async () => {
  const person = cloud.person();
  const ids = await person.seed(3);
  await person.remove(ids);
  await person.data('trash.restore', { ids: ids.slice(0, 1) });
  const { uid } = await person.data('me.show', {});
  const [limits] = await cloud.database.find('limits', { _id: uid });
  const [day] = Object.keys(limits?.['days'] as object);
  await cloud.database.set('limits', { _id: uid }, { [`days.${day}.restore.used`]: 999 });
  const refusal = { code: 'RATE_LIMITED', policy: 'restore', limit: 1000 };
  const both = await person.refusal('trash.restore', { ids: ids.slice(1) });
  expect(both).toMatchObject({ ...refusal, remaining: 1 });
  expect(new Date(both.retryAt ?? 0).toISOString()).toMatch(/T16:00:00.000Z$/);
  expect(await person.data('trash.restore', { ids: ids.slice(1, 2) })).toEqual({ restored: 1, gone: 0 });
  const last = await person.refusal('trash.restore', { ids: ids.slice(2) });
  expect(last).toMatchObject({ ...refusal, remaining: 0 });
  expect(await person.ids()).toHaveLength(2);
});
