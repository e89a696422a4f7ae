import { finishDecisions } from '../../cloudfunctions/core/review/finishing';
import type { ReviewDecision } from '../../typings/contract/review';
import type { Account } from '../support/functions/account';
import { reachFromHere } from '../support/functions/in-this-process';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const WEEK_MS = 7 * 24 * 3_600_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
  reachFromHere(cloud.cloud);
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

interface Case {
  caseId: string;
  uid: string;
  person: Account;
}

/** Somebody who cancelled 7 of 20 likes: slow mode is on, two cases are open; the one of the ratio. */
async function opened(): Promise<Case> {
  const person = cloud.person();
  const { uid } = await person.data('me.show', {});
  await person.remove((await person.seed(20, 'like')).slice(0, 7), 'like');
  const [found] = await cloud.database.find('reviews', { uids: uid, reason: 'unlike.ratio' });
  return { caseId: found?._id ?? '', uid, person };
}

const decide = (by: Account, caseId: string, decision: ReviewDecision, note = '看过了') =>
  by.call('review.decide', { caseId, decision, note });

const slowUntil = async ({ person }: Case): Promise<number> =>
  (await person.data('limits.show', {})).slowUntil ?? 0;

const logOf = (caseId: string) => cloud.database.find('logs', { caseId });

test('administrators see the evidence of every open case, newest first, and nothing that was liked', async () => {
  const { caseId, uid, person } = await opened();
  const { items } = await cloud.administrator().data('review.list', { state: 'open' });
  const own = items.filter(({ uids, reason }) => uids.includes(uid) && reason !== 'same-network');
  expect(own.map(({ reason }) => reason).sort()).toEqual(['unlike.ratio', 'unlike.review']);
  const ratio = own.find(found => found.caseId === caseId);
  expect(ratio).toMatchObject({ uids: [uid], evidence: { likesAtStart: 20, cancelled: 7 } });
  expect(ratio?.slowUntil).toBe(await slowUntil({ caseId, uid, person }));
  const review = own.find(({ reason }) => reason === 'unlike.review');
  expect(review?.evidence).toMatchObject({ limit: 5, cancelledAt: Array(7).fill(expect.any(Number)) });
  expect(JSON.stringify(items)).not.toMatch(/号1|openid/);
  const times = items.map(({ openedAt }) => openedAt);
  expect(times).toEqual([...times].sort((a, b) => b - a));
});

test.each([
  ['lift', 0],
  ['restrict', WEEK_MS],
] as const)('%s: slow mode ends in %i ms, the case is closed and logged', async (decision, ms) => {
  const found = await opened();
  const { uid } = await cloud.administrator().data('me.show', {});
  const reply = await decide(cloud.administrator(), found.caseId, decision);
  const now = cloud.cloud.now();
  expect(reply).toMatchObject({ ok: true, data: { case: { decision, note: '看过了' } } });
  const until = await slowUntil(found);
  if (ms === 0) expect(until).toBe(0);
  else expect(Math.abs(until - now - ms)).toBeLessThan(60_000);
  expect(await logOf(found.caseId)).toMatchObject([{ owner: uid, what: 'decided', decision }]);
  const { items } = await cloud.administrator().data('review.list', { state: 'decided' });
  expect(items[0]).toMatchObject({ caseId: found.caseId, decision });
  // Lifted, the same window does not bring slow mode again.
  if (decision === 'lift') {
    await found.person.remove((await found.person.ids('like')).slice(0, 1), 'like');
    expect(await slowUntil(found)).toBe(0);
  }
});

test('keep: what is on stays as it is', async () => {
  const found = await opened();
  const before = await slowUntil(found);
  expect(await decide(cloud.administrator(), found.caseId, 'keep')).toMatchObject({ ok: true });
  expect(await slowUntil(found)).toBe(before);
});

test('of two administrators who decide at once one is first, the other is told; nothing is logged twice', async () => {
  for (const [first, second] of [
    ['lift', 'restrict'],
    ['keep', 'keep'],
  ] as const) {
    const { caseId } = await opened();
    const replies = await Promise.all([
      decide(cloud.administrator(), caseId, first),
      decide(cloud.administrator(1), caseId, second),
    ]);
    const answers = replies.map(reply => (reply.ok ? 'ok' : reply.error.code));
    expect(answers.sort()).toEqual(['CONFLICT', 'ok']);
    expect(await logOf(caseId)).toHaveLength(1);
  }
});

test('a decision is made once: the same again is answered, another is refused', async () => {
  const found = await opened();
  await decide(cloud.administrator(), found.caseId, 'restrict');
  const until = await slowUntil(found);
  expect(await decide(cloud.administrator(), found.caseId, 'restrict')).toMatchObject({ ok: true });
  expect(await decide(cloud.administrator(), found.caseId, 'lift')).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  expect(await decide(cloud.administrator(), '0123456789abcdef', 'lift')).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  expect(await slowUntil(found)).toBe(until);
  expect(await logOf(found.caseId)).toHaveLength(1);
});

test.each([1, 2, 3])(
  'a decision whose call is killed after write %i is completed by repeating it',
  async write => {
    const found = await opened();
    cloud.cloud.faults({
      killInstanceRate: 1,
      action: '^database.(modify|insert)',
      skip: write - 1,
      times: 1,
    });
    const input = { caseId: found.caseId, decision: 'lift' as const };
    const event = { action: 'review.decide', input };
    expect(await cloud.cloud.invoke('api', event, cloud.administrator().openid)).toHaveProperty('errCode');
    cloud.cloud.faults({});
    const { items } = await cloud.administrator().data('review.list', { state: 'open' });
    expect(items.find(({ caseId }) => caseId === found.caseId)).toMatchObject({ decision: 'lift' });
    expect(await cloud.administrator().call('review.decide', input)).toMatchObject({ ok: true });
    expect(await slowUntil(found)).toBe(0);
    expect(await logOf(found.caseId)).toHaveLength(1);
  },
);

test('a decision that nobody repeats is completed by a timer', async () => {
  const found = await opened();
  cloud.cloud.faults({ killInstanceRate: 1, action: '^database.modify', times: 1 });
  const event = { action: 'review.decide', input: { caseId: found.caseId, decision: 'lift' } };
  await cloud.cloud.invoke('api', event, cloud.administrator().openid);
  cloud.cloud.faults({});
  expect(await slowUntil(found)).toBeGreaterThan(0);
  expect(await finishDecisions(cloud.cloud.now())).toBe(0);
  expect(await finishDecisions(cloud.cloud.now() + 120_000)).toBe(1);
  expect(await slowUntil(found)).toBe(0);
  expect(await logOf(found.caseId)).toHaveLength(1);
});

test('the janitor drops a case 400 days after it was decided', async () => {
  const decided = { reason: 'unlike.review', uids: ['x'], evidence: {}, decision: 'keep', decidedBy: 'x' };
  const now = cloud.cloud.now();
  const kept = 400 * 24 * 3_600_000;
  await cloud.database.insert('reviews', [
    { _id: 'old-000000000000', ...decided, state: 'decided', openedAt: 1, decidedAt: now - kept },
    { _id: 'younger-00000000', ...decided, state: 'decided', openedAt: 1, decidedAt: now - kept + 3_600_000 },
  ]);
  expect(await cloud.runTimer('janitor')).toMatchObject({ data: { cases: 1 } });
  expect(await cloud.database.find('reviews', { uids: 'x' })).toMatchObject([{ _id: 'younger-00000000' }]);
});

test('cases are read page by page, each once', async () => {
  const documents = Array.from({ length: 45 }, (_, index) => ({
    ...{
      _id: `page-${String(index).padStart(11, '0')}`,
      reason: 'unlike.review',
      uids: ['x'],
      state: 'decided',
    },
    ...{ openedAt: 1, evidence: {}, decision: 'keep', decidedAt: 2 + Math.floor(index / 3), decidedBy: 'x' },
  }));
  await cloud.database.insert('reviews', documents);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const input = { state: 'decided' as const, ...(cursor !== undefined && { cursor }) };
    const page = await cloud.administrator().data('review.list', input);
    expect(page.items.length).toBeLessThanOrEqual(20);
    seen.push(...page.items.map(({ caseId }) => caseId));
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect(seen.filter(id => id.startsWith('page-'))).toHaveLength(45);
  expect(new Set(seen).size).toBe(seen.length);
});
