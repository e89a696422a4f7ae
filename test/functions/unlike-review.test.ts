import { takeQuota } from '../../cloudfunctions/core/limits/store';
import { reviewUnlikes } from '../../cloudfunctions/core/review/reviewing';
import type { Account } from '../support/functions/account';
import { reachFromHere } from '../support/functions/in-this-process';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
  reachFromHere(cloud.cloud);
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

const uidOf = async (person: Account): Promise<string> => (await person.data('me.show', {})).uid;

/** Everybody here calls from one network, which is another matter. */
const casesOf = async (person: Account) =>
  cloud.database.find('reviews', { uids: await uidOf(person), reason: { $ne: 'same-network' } });

async function verified(): Promise<Account> {
  const person = cloud.person();
  await cloud.database.insert('limits', [{ _id: await uidOf(person), grade: 'verified', days: {} }]);
  return person;
}

/** Cancels likes one by one. */
async function unlike(person: Account, ids: string[]): Promise<void> {
  for (const id of ids) expect(await person.remove([id], 'like')).toMatchObject({ removed: 1 });
}

test.each([
  ['an ordinary', 5, () => Promise.resolve(cloud.person())],
  ['a verified', 10, verified],
] as const)(
  '%s person cancels %i likes a day without a look, one more is let through and looked at',
  async (_name, limit, personOf) => {
    const person = await personOf();
    const ids = await person.seed(limit + 2, 'like');
    await unlike(person, ids.slice(0, limit));
    expect(await casesOf(person)).toEqual([]);
    expect(await person.remaining('unlike.review')).toBe(0);
    await unlike(person, ids.slice(limit, limit + 1));
    const [found, ...others] = await casesOf(person);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ reason: 'unlike.review', state: 'open', evidence: { limit } });
    expect(found).toHaveProperty('evidence.cancelledAt.length', limit + 1);
    expect((await person.data('limits.show', {})).underReview).toBe(true);
    await unlike(person, ids.slice(limit + 1));
    expect(await casesOf(person)).toHaveLength(1);
  },
);

test('a batch past the limit says so before it is committed and is looked at once', async () => {
  const person = cloud.person();
  const ids = await person.seed(8, 'like');
  const preview = (some: string[]) =>
    person.data('batches.preview', { kind: 'like', selection: { ids: some } });
  expect((await preview(ids.slice(0, 5))).risks).toBeUndefined();
  const { batchId, risks } = await preview(ids.slice(0, 6));
  expect(risks).toEqual(['review']);
  const commits = Array.from({ length: 4 }, () => person.data('batches.commit', { batchId }));
  await Promise.all(commits);
  expect(await person.data('batches.advance', { batchId })).toMatchObject({ state: 'done', removed: 6 });
  expect(await casesOf(person)).toHaveLength(1);
});

/** A cancel at an exact instant, as a batch's runner makes it. */
async function cancelAt(uid: string, ids: string[], now: number, chargeId?: string): Promise<void> {
  const claim = { uid, policy: 'unlike.daily' as const, now, take: ids, ...(chargeId && { chargeId }) };
  const taken = await takeQuota(claim);
  if (!taken.ok) throw new Error('refused');
  await reviewUnlikes(uid, taken.state, now);
}

test.each([
  [-1, 1],
  [0, 0],
  [1, 0],
])('24 h and %i ms after five cancels a sixth makes %i cases', async (ms, cases) => {
  const uid = `exact ${ms}`;
  const at = cloud.cloud.now();
  await cancelAt(uid, ['a', 'b', 'c', 'd', 'e'], at);
  await cancelAt(uid, ['f'], at + DAY_MS + ms);
  expect(await cloud.database.find('reviews', { uids: uid })).toHaveLength(cases);
});

test('a case left out by a run that was killed after the charge is made by the next run, once', async () => {
  const uid = 'killed';
  const now = cloud.cloud.now();
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  await takeQuota({ uid, policy: 'unlike.daily', now, take: ids, chargeId: 'batch:0' });
  expect(await cloud.database.find('reviews', { uids: uid })).toEqual([]);
  // Midnight may lie between the two; the case is that of the cancel's day.
  for (const later of [now, now + 1000, now + HOUR_MS]) await cancelAt(uid, ids, later, 'batch:0');
  expect(await cloud.database.find('reviews', { uids: uid })).toHaveLength(1);
});

test('whatever is killed while likes are cancelled, the account is looked at once', async () => {
  const person = cloud.person();
  const ids = await person.seed(7, 'like');
  const selection = { ids };
  const { batchId } = await person.data('batches.preview', { kind: 'like', selection });
  cloud.cloud.faults({ killInstanceRate: 0.25, action: '^database.(modify|insert)', seed: 5 });
  let { state } = await person.untilAnswered('batches.commit', { batchId });
  while (state !== 'done') ({ state } = await person.untilAnswered('batches.advance', { batchId }));
  cloud.cloud.faults({});
  expect(await person.remaining('unlike.daily')).toBe(43);
  expect(await person.remaining('unlike.review')).toBe(0);
  expect(await casesOf(person)).toHaveLength(1);
});

test('of 60 parallel cancels 50 pass, all of them are in the log, and one case is made', async () => {
  const person = cloud.person();
  // Of 200 likes a cancel of 50 passes no ratio.
  const ids = (await person.seed(200, 'like')).slice(0, 60);
  const previews = await Promise.all(
    ids.map(id => person.data('batches.preview', { kind: 'like', selection: { ids: [id] } })),
  );
  const batches = await Promise.all(
    previews.map(({ batchId }) => person.data('batches.commit', { batchId })),
  );
  expect(batches.filter(({ removed }) => removed === 1)).toHaveLength(50);
  expect(batches.filter(({ state }) => state === 'waiting')).toHaveLength(10);
  const quota = await person.data('limits.show', {});
  const remaining = new Map(quota.quotas.map(one => [one.policy, one.remaining]));
  expect(remaining.get('unlike.review')).toBe(0);
  expect(remaining.get('unlike.daily')).toBe(0);
  expect(quota.quotas.find(({ policy }) => policy === 'unlike.ratio')).toMatchObject({
    limit: 60,
    remaining: 10,
  });
  const cases = await casesOf(person);
  expect(cases.map(({ reason }) => reason)).toEqual(['unlike.review']);
});

test('what is restored is taken out of the log, each like once', async () => {
  const person = cloud.person();
  const ids = await person.seed(4, 'like');
  const [first = ''] = ids;
  await unlike(person, ids);
  expect(await person.remaining('unlike.review')).toBe(1);
  await Promise.all([1, 2].map(() => person.data('trash.restore', { ids: [first] })));
  expect(await person.remaining('unlike.review')).toBe(2);
  await unlike(person, [first]);
  await person.data('trash.restore', { ids: [first] });
  expect(await person.remaining('unlike.review')).toBe(1);
  // A day later the log is empty; what was restored of it meanwhile changes nothing.
  await cloud.cloud.advance('25h');
  await person.data('trash.restore', { ids: ids.slice(1, 2) });
  expect(await person.remaining('unlike.review')).toBe(5);
  expect(await casesOf(person)).toEqual([]);
});
