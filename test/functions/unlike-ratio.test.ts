import { setSlowMode, slowPersons, takeQuota } from '../../cloudfunctions/core/limits/store';
import { reviewUnlikes } from '../../cloudfunctions/core/review/reviewing';
import type { Account } from '../support/functions/account';
import { reachFromHere } from '../support/functions/in-this-process';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const DAY_MS = 24 * 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
  reachFromHere(cloud.cloud);
});
afterAll(() => cloud.stop());

const uidOf = async (person: Account): Promise<string> => (await person.data('me.show', {})).uid;

/** Why likes of this person are looked at. Everybody here calls from one network, which is another matter. */
const reasonsOf = async (person: Account): Promise<unknown[]> => {
  const query = { uids: await uidOf(person), reason: { $ne: 'same-network' } };
  return (await cloud.database.find('reviews', query)).map(({ reason }) => reason).sort();
};

const risksOf = async (person: Account, ids: string[]) =>
  (await person.data('batches.preview', { kind: 'like', selection: { ids } })).risks;

test('of 19 likes all may be cancelled without slow mode', async () => {
  const person = cloud.person();
  const ids = await person.seed(19, 'like');
  expect(await risksOf(person, ids)).toEqual(['review']);
  expect(await person.remove(ids, 'like')).toMatchObject({ state: 'done', removed: 19 });
  expect(await reasonsOf(person)).toEqual(['unlike.review']);
  const limits = await person.data('limits.show', {});
  expect(limits.slowUntil).toBeUndefined();
  expect(limits.quotas.map(({ policy }) => policy)).not.toContain('unlike.ratio');
});

test('of 20 likes six may be cancelled in 30 days; the seventh passes and brings 7 days of slow mode', async () => {
  const person = cloud.person();
  const ids = await person.seed(20, 'like');
  expect(await risksOf(person, ids.slice(0, 6))).toEqual(['review']);
  expect(await risksOf(person, ids.slice(0, 7))).toEqual(['review', 'slow-mode']);
  await person.remove(ids.slice(0, 6), 'like');
  expect(await person.remaining('unlike.ratio')).toBe(0);
  expect(await reasonsOf(person)).toEqual(['unlike.review']);
  const { batchId } = await person.data('batches.preview', {
    kind: 'like',
    selection: { ids: ids.slice(6, 7) },
  });
  const reply = await person.call('batches.commit', { batchId });
  // Seven are taken already: of five a day nothing is left.
  expect(reply).toMatchObject({
    ok: true,
    data: { removed: 1 },
    quota: { policy: 'unlike.daily', limit: 5, remaining: 0 },
  });
  expect(await reasonsOf(person)).toEqual(['unlike.ratio', 'unlike.review']);
  const { slowUntil = 0 } = await person.data('limits.show', {});
  expect(Math.abs(slowUntil - cloud.cloud.now() - 7 * DAY_MS)).toBeLessThan(60_000);
  expect(await slowPersons(cloud.cloud.now())).toContain(await uidOf(person));
  expect(await person.remove(ids.slice(7, 8), 'like')).toMatchObject({ state: 'waiting', removed: 0 });
});

test('likes that two devices remove at the same time are counted once', async () => {
  const person = cloud.person();
  const ids = (await person.seed(40, 'like')).slice(0, 7);
  const frozen = () => person.data('batches.preview', { kind: 'like', selection: { ids } });
  const [first, second] = [await frozen(), await frozen()];
  expect(await person.data('batches.commit', { batchId: first.batchId })).toMatchObject({ removed: 7 });
  expect(await person.data('batches.commit', { batchId: second.batchId })).toMatchObject({ left: 7 });
  expect(await person.remaining('unlike.ratio')).toBe(5);
  expect((await person.data('limits.show', {})).slowUntil).toBeUndefined();
});

test('in slow mode five likes a day go, the sixth waits, and other limits are as they were', async () => {
  const person = cloud.person();
  const ids = await person.seed(12, 'like');
  await person.remove(ids.slice(0, 1), 'like');
  await setSlowMode([await uidOf(person)], cloud.cloud.now() + 5 * DAY_MS, cloud.cloud.now());
  const preview = await person.data('batches.preview', { kind: 'like', selection: { ids: ids.slice(1, 7) } });
  expect(preview).toMatchObject({ now: 4, later: 2, quota: { limit: 5, remaining: 4 } });
  expect(await person.data('batches.commit', { batchId: preview.batchId })).toMatchObject({
    removed: 4,
    later: 2,
  });
  expect(await person.remaining('unlike.daily')).toBe(0);
  expect(await person.remaining('unfollow')).toBe(200);
  // The end of slow mode, to the millisecond.
  const uid = 'slow until exactly';
  const at = cloud.cloud.now();
  const take = (now: number, count: number) =>
    takeQuota({
      uid,
      policy: 'unlike.daily',
      now,
      take: Array.from({ length: count }, (_, index) => `${now} ${index}`),
    });
  expect(await take(at, 1)).toMatchObject({ ok: true });
  await setSlowMode([uid], at + 5 * DAY_MS, at);
  expect(await take(at + 5 * DAY_MS - 1, 6)).toMatchObject({ ok: false, quota: { limit: 5 } });
  expect(await take(at + 5 * DAY_MS, 6)).toMatchObject({ ok: true, quota: { limit: 50, remaining: 44 } });
  expect(await slowPersons(at + 5 * DAY_MS - 1)).toContain(uid);
  expect(await slowPersons(at + 5 * DAY_MS)).not.toContain(uid);
});

test('verified people may cancel twice as large a part, and twice as many in slow mode', async () => {
  const person = cloud.person();
  const uid = await uidOf(person);
  await cloud.database.insert('limits', [{ _id: uid, grade: 'verified', days: {} }]);
  const ids = await person.seed(20, 'like');
  await person.remove(ids.slice(0, 12), 'like');
  expect(await person.remaining('unlike.ratio')).toBe(0);
  expect(await reasonsOf(person)).toEqual(['unlike.review']);
  await person.remove(ids.slice(12, 13), 'like');
  expect(await reasonsOf(person)).toEqual(['unlike.ratio', 'unlike.review']);
  const { quotas } = await person.data('limits.show', {});
  expect(quotas.find(({ policy }) => policy === 'unlike.daily')).toMatchObject({ limit: 10, remaining: 0 });
});

test('a restored like is given back to the ratio once in a window, also days later', async () => {
  const person = cloud.person();
  const ids = await person.seed(20, 'like');
  const [first = '', second = ''] = ids;
  const { batchId } = await person.remove(ids.slice(0, 3), 'like');
  await cloud.cloud.advance('48h');
  expect(await person.remaining('unlike.ratio')).toBe(3);
  await Promise.all([1, 2, 3].map(() => person.data('trash.restore', { ids: [first] })));
  expect(await person.remaining('unlike.ratio')).toBe(4);
  await person.remove([first], 'like');
  await person.data('trash.restore', { ids: [first, second] });
  expect(await person.remaining('unlike.ratio')).toBe(4);
  await person.data('batches.undo', { batchId });
  expect(await person.remaining('unlike.ratio')).toBe(5);
});

test('a window begins with the first cancel after the last one ended, with the likes there are then', async () => {
  const person = cloud.person();
  const uid = await uidOf(person);
  const ids = await person.seed(25, 'like');
  const start = cloud.cloud.now();
  const cancelAt = async (id: string, now: number) => {
    const taken = await takeQuota({ uid, policy: 'unlike.daily', now, take: [id] });
    if (taken.ok) await reviewUnlikes(uid, taken.state, now);
    return taken.state.unlikes;
  };
  expect(await cancelAt(ids[0] ?? '', start)).toMatchObject({ startedAt: start, likes: 25 });
  await person.seed(5, 'like', '另');
  expect(await cancelAt('b', start + 30 * DAY_MS - 1)).toMatchObject({ startedAt: start, likes: 25 });
  const next = await cancelAt('c', start + 30 * DAY_MS);
  expect(next).toMatchObject({ startedAt: start + 30 * DAY_MS, likes: 30 });
  expect(next.cancelled).toHaveLength(1);
});

test('slow mode that was left out by a killed run comes with the next run, once a window', async () => {
  const person = cloud.person();
  const uid = await uidOf(person);
  await person.seed(20, 'like');
  const now = cloud.cloud.now();
  const claim = {
    uid,
    policy: 'unlike.daily' as const,
    take: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    chargeId: 'x:0',
  };
  await takeQuota({ ...claim, now });
  expect((await person.data('limits.show', {})).slowUntil).toBeUndefined();
  for (const later of [now + 1000, now + 2000]) {
    const taken = await takeQuota({ ...claim, now: later });
    await reviewUnlikes(uid, taken.state, later);
  }
  expect((await person.data('limits.show', {})).slowUntil).toBe(now + 1000 + 7 * DAY_MS);
  expect(await reasonsOf(person)).toEqual(['unlike.ratio', 'unlike.review']);
});
