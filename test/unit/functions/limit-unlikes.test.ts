import fc from 'fast-check';
import { LOCK_MS, lockedUntilOf } from '../../../cloudfunctions/core/limits/content-lock';
import { parseLimits } from '../../../cloudfunctions/core/limits/document';
import { TABLE } from '../../../cloudfunctions/core/limits/policies';
import { quotasOf } from '../../../cloudfunctions/core/limits/quotas';
import { type LimitsState, quotaOf } from '../../../cloudfunctions/core/limits/rules';
import {
  isRatioPassed,
  isWindowOpen,
  ratioQuota,
  recentCancels,
  returnable,
  reviewQuota,
  risksOf,
  type Unlikes,
} from '../../../cloudfunctions/core/limits/unlike-rules';
import { isAlert, recentAccounts } from '../../../cloudfunctions/core/networks/rules';
import { ratioFinding, reviewFinding, slowUntilBy } from '../../../cloudfunctions/core/review/rules';

const NOW = Date.parse('2026-03-01T12:00:00+08:00');
const DAY_MS = 86_400_000;
const MONTH_MS = 30 * DAY_MS;

const tags = (count: number): string[] => Array.from({ length: count }, (_, index) => `t${index}`);

function state(unlikes: Partial<Unlikes>, grade: LimitsState['grade'] = 'ordinary'): LimitsState {
  const none = parseLimits(undefined, NOW);
  return { ...none, grade, unlikes: { ...none.unlikes, ...unlikes } };
}

const cancelledAt = (instants: number[], grade?: LimitsState['grade']): LimitsState =>
  state({ log: instants.map((at, index) => ({ id: `t${index}`, at })) }, grade);

describe('the review of cancelled likes', () => {
  test.each([
    [5, 'ordinary', false],
    [6, 'ordinary', true],
    [10, 'verified', false],
    [11, 'verified', true],
  ] as const)('%i in 24 h of an %s account: %s', (count, grade, expected) => {
    const found = reviewFinding('u', cancelledAt(Array(count).fill(NOW), grade), NOW);
    expect(found !== undefined).toBe(expected);
  });

  test.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('24 h and %i ms later the first of six still counts: %s', (ms, expected) => {
    const limits = cancelledAt([NOW, ...Array<number>(5).fill(NOW + 1000)]);
    expect(reviewFinding('u', limits, NOW + DAY_MS + ms) !== undefined).toBe(expected);
  });

  test('counts exactly what lies in (now - 24 h, now], whatever the log has', () => {
    const instants = fc.array(fc.integer({ min: NOW - 3 * DAY_MS, max: NOW + DAY_MS }), { maxLength: 40 });
    fc.assert(
      fc.property(instants, all => {
        const counted = all.filter(at => at > NOW - DAY_MS && at <= NOW);
        expect(recentCancels(cancelledAt(all), NOW)).toEqual(counted);
        const quota = reviewQuota(cancelledAt([...all].sort((a, b) => a - b)), NOW);
        expect(quota.remaining).toBe(Math.max(0, 5 - counted.length));
        // At the instant it names at least one more is free, a millisecond before none more.
        const freeAt = (at: number) => Math.max(0, 5 - counted.filter(one => one > at - DAY_MS).length);
        if (counted.length === 0) expect(quota.resetAt).toBe(NOW);
        else {
          expect(freeAt(quota.resetAt)).toBeGreaterThan(quota.remaining);
          expect(freeAt(quota.resetAt - 1)).toBe(quota.remaining);
        }
      }),
    );
  });

  test('a repeated run names the same case, also after midnight; the next day’s is another', () => {
    const limits = cancelledAt(Array(6).fill(NOW));
    const midnight = Date.parse('2026-03-02T00:00:00+08:00');
    const key = reviewFinding('u', limits, NOW)?.key;
    expect(reviewFinding('u', limits, midnight + 1)?.key).toBe(key);
    expect(reviewFinding('v', limits, NOW)?.key).not.toBe(key);
    const later = cancelledAt([...Array<number>(6).fill(NOW), midnight]);
    expect(reviewFinding('u', later, midnight)?.key).not.toBe(key);
  });
});

describe('the ratio of 30 days', () => {
  test.each([
    [19, 19, 'ordinary', false],
    [20, 6, 'ordinary', false],
    [20, 7, 'ordinary', true],
    [23, 6, 'ordinary', false],
    [23, 7, 'ordinary', true],
    [24, 7, 'ordinary', false],
    [1000, 300, 'ordinary', false],
    [1000, 301, 'ordinary', true],
    [20, 12, 'verified', false],
    [20, 13, 'verified', true],
  ] as const)('of %i likes %i cancelled by an %s account: %s', (likes, count, grade, expected) => {
    const limits = state({ startedAt: NOW, likes, cancelled: tags(count) }, grade);
    expect(isRatioPassed(limits, NOW)).toBe(expected);
    expect(ratioFinding('u', limits, NOW) !== undefined).toBe(expected);
    expect(
      ratioFinding('u', { ...limits, unlikes: { ...limits.unlikes, slowed: true } }, NOW),
    ).toBeUndefined();
  });

  test('is passed by more than its part and by nothing less', () => {
    const likes = fc.integer({ min: 0, max: 5000 });
    const grades = fc.constantFrom('ordinary' as const, 'verified' as const);
    fc.assert(
      fc.property(likes, fc.integer({ min: 0, max: 3100 }), grades, (count, cancelled, grade) => {
        const part = grade === 'verified' ? 60 : 30;
        const limits = state({ startedAt: NOW, likes: count, cancelled: tags(cancelled) }, grade);
        const expected = count >= 20 && cancelled * 100 > count * part;
        expect(isRatioPassed(limits, NOW)).toBe(expected);
        // What a preview says of the last of them is what comes of it.
        if (cancelled === 0) return;
        const before = state({ startedAt: NOW, likes: count, cancelled: tags(cancelled - 1) }, grade);
        expect(risksOf(before, 1, 0, NOW).includes('slow-mode')).toBe(expected);
        expect(risksOf(state({}, grade), cancelled, count, NOW).includes('slow-mode')).toBe(expected);
      }),
    );
  });

  test.each([
    [MONTH_MS - 1, true],
    [MONTH_MS, false],
  ])('%i ms after its first cancel the window runs: %s', (ms, expected) => {
    const limits = state({ startedAt: NOW, likes: 20, cancelled: tags(7) });
    expect(isWindowOpen(limits, NOW + ms)).toBe(expected);
    expect(isRatioPassed(limits, NOW + ms)).toBe(expected);
    expect(ratioQuota(limits, NOW + ms) !== undefined).toBe(expected);
  });

  test('says how many are left and until when', () => {
    const limits = state({ startedAt: NOW, likes: 23, cancelled: tags(4) });
    const quota = { policy: 'unlike.ratio', limit: 6, remaining: 2, resetAt: NOW + MONTH_MS };
    expect(ratioQuota(limits, NOW)).toEqual(quota);
    expect(ratioQuota(state({ startedAt: NOW, likes: 19 }), NOW)).toBeUndefined();
  });
});

test('what may be given back was cancelled in the window or the last day, and is given back once', () => {
  const some = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
  fc.assert(
    fc.property(some, some, some, some, (cancelled, logged, returned, asked) => {
      const log = logged.map(id => ({ id, at: NOW - 1 }));
      const limits = state({ startedAt: NOW, likes: 20, cancelled, returned, log });
      const back = returnable(limits, asked, NOW);
      const counted = [...cancelled, ...logged];
      expect(back).toEqual(asked.filter(id => counted.includes(id) && !returned.includes(id)));
      const after = { ...limits, unlikes: { ...limits.unlikes, returned: [...returned, ...back] } };
      expect(returnable(after, asked, NOW)).toEqual([]);
    }),
  );
});

test.each([
  [2, 3, 0, undefined],
  [3, 3, 0, NOW + LOCK_MS],
  [3, 3, LOCK_MS - 1, NOW + LOCK_MS],
  [3, 3, LOCK_MS, undefined],
  [4, 3, 1, NOW + LOCK_MS],
  [5, 6, 0, undefined],
  [6, 6, 0, NOW + LOCK_MS],
])('a content cancelled %i times of %i, the last %i ms ago, is locked until %s', (count, max, ms, until) => {
  expect(lockedUntilOf({ count, lastAt: NOW, max }, NOW + ms)).toBe(until);
  expect(lockedUntilOf(undefined, NOW)).toBeUndefined();
});

test.each([
  ['ordinary', NOW, 50],
  ['ordinary', NOW + 1, 5],
  ['verified', NOW, 100],
  ['verified', NOW + 1, 10],
] as const)(
  'an %s account whose slow mode ends at %i may cancel %i likes a day',
  (grade, slowUntil, limit) => {
    const limits = { ...state({}, grade), slowUntil };
    expect(quotaOf(limits, 'unlike.daily', NOW)).toMatchObject({ limit, remaining: limit });
    expect(quotaOf(limits, 'unfollow', NOW).limit).toBe(grade === 'ordinary' ? 200 : 400);
  },
);

test('the table has every limit of its own kind, twice as large for verified accounts', () => {
  const numbers = TABLE.map(({ policy, limits }) => [policy, limits.ordinary, limits.verified]);
  expect(numbers).toEqual([
    ['unfollow', 200, 400],
    ['unlike.review', 5, 10],
    ['unlike.daily', 50, 100],
    ['unlike.same-content', 3, 6],
    ['unlike.ratio', 30, 60],
    ['unfavorite', 500, 1000],
    ['restore', 1000, 2000],
    ['import.rows', 20_000, 40_000],
    ['chain.create', 20, 40],
    ['chain.write', 30, 60],
    ['reminder', 5, 5],
    ['any-call', 240, 240],
  ]);
  const shown = quotasOf(state({ startedAt: NOW, likes: 20 }), NOW).map(({ policy }) => policy);
  const counted = ['unfollow', 'unlike.review', 'unlike.daily', 'unlike.ratio', 'unfavorite', 'restore'];
  expect(shown).toEqual([...counted, 'import.rows', 'chain.create', 'chain.write']);
});

test.each([
  ['lift', NOW],
  ['keep', undefined],
  ['restrict', NOW + 7 * DAY_MS],
] as const)('%s sets the end of slow mode to %s', (decision, until) => {
  const found = {
    _id: 'c',
    reason: 'unlike.ratio' as const,
    uids: ['u'],
    state: 'open' as const,
    openedAt: 0,
  };
  expect(slowUntilBy({ ...found, evidence: {}, decision, decidedAt: NOW })).toBe(until);
  expect(slowUntilBy({ ...found, evidence: {} })).toBeUndefined();
});

test('three accounts of ten minutes are no alert, four are; the oldest counts up to the millisecond', () => {
  const accounts = ['a', 'b', 'c', 'd'].map((uid, index) => ({ uid, at: NOW + index }));
  expect(isAlert(recentAccounts(accounts.slice(0, 3), NOW + 10))).toBe(false);
  expect(isAlert(recentAccounts(accounts, NOW + 600_000 - 1))).toBe(true);
  expect(isAlert(recentAccounts(accounts, NOW + 600_000))).toBe(false);
});
