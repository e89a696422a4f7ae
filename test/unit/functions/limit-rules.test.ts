import fc from 'fast-check';
import { parseLimits } from '../../../cloudfunctions/core/limits/document';
import { limitOf } from '../../../cloudfunctions/core/limits/policies';
import {
  dayField,
  dayNumber,
  type LimitsState,
  nextMidnight,
  nextMorning,
  quotaOf,
  refundable,
} from '../../../cloudfunctions/core/limits/rules';
import { NO_UNLIKES } from '../../../cloudfunctions/core/limits/unlike-rules';

const DAY_MS = 86_400_000;
const at = (text: string): number => Date.parse(`${text}+08:00`);
const instant = fc.integer({ min: at('2020-01-01T00:00'), max: at('2060-01-01T00:00') });

const state = (
  taken: string[],
  refunded: string[] = [],
  grade: LimitsState['grade'] = 'ordinary',
): LimitsState => ({
  grade,
  uses: { unfollow: { used: 0, taken, charged: [] } },
  refunded,
  unlikes: NO_UNLIKES,
  writes: [],
  slowUntil: 0,
});

describe('a day is China’s', () => {
  test.each([
    ['2026-03-01T00:00:00.000', '2026-03-02T00:00:00', '2026-03-02T09:00:00'],
    ['2026-03-01T08:59:59.999', '2026-03-02T00:00:00', '2026-03-02T09:00:00'],
    ['2026-03-01T09:00:00.000', '2026-03-02T00:00:00', '2026-03-02T09:00:00'],
    ['2026-03-01T23:59:59.999', '2026-03-02T00:00:00', '2026-03-02T09:00:00'],
    ['2026-02-28T23:59:59.999', '2026-03-01T00:00:00', '2026-03-01T09:00:00'],
  ])('at %s limits begin anew at %s and a rest goes on at %s', (now, midnight, morning) => {
    expect(nextMidnight(at(now))).toBe(at(midnight));
    expect(nextMorning(at(now))).toBe(at(morning));
  });

  test('midnight is always ahead, at most a day, and begins another day', () => {
    fc.assert(
      fc.property(instant, now => {
        const midnight = nextMidnight(now);
        expect(midnight).toBeGreaterThan(now);
        expect(midnight - now).toBeLessThanOrEqual(DAY_MS);
        expect(dayNumber(midnight)).toBe(dayNumber(now) + 1);
        expect(dayNumber(midnight - 1)).toBe(dayNumber(now));
      }),
    );
  });
});

describe('a quota', () => {
  const now = at('2026-03-01T12:00');

  test.each([
    [0, 'ordinary', 200, 200],
    [199, 'ordinary', 200, 1],
    [200, 'ordinary', 200, 0],
    [250, 'ordinary', 200, 0],
    [200, 'verified', 400, 200],
  ] as const)('of %i taken as %s is %i with %i left', (count, grade, limit, remaining) => {
    const taken = Array.from({ length: count }, (_, index) => String(index));
    const quota = quotaOf(state(taken, [], grade), 'unfollow', now);
    expect(quota).toEqual({ policy: 'unfollow', limit, remaining, resetAt: at('2026-03-02T00:00') });
  });

  test('of a person never seen is whole', () => {
    const limits = parseLimits(undefined, now);
    expect(quotaOf(limits, 'unfavorite', now).remaining).toBe(500);
    expect(quotaOf(limits, 'unlike.daily', now).remaining).toBe(50);
    expect(quotaOf(limits, 'restore', now).remaining).toBe(1000);
    expect(quotaOf(limits, 'import.rows', now).remaining).toBe(20_000);
  });

  test('of a day says nothing of another', () => {
    const days = { [dayField(now)]: { unfollow: { taken: ['a', 'b'] }, restore: { used: 7 } } };
    const document = { _id: 'x', grade: 'ordinary', days };
    expect(quotaOf(parseLimits(document, now), 'unfollow', now).remaining).toBe(198);
    expect(quotaOf(parseLimits(document, now), 'restore', now).remaining).toBe(993);
    const later = nextMidnight(now);
    expect(quotaOf(parseLimits(document, later), 'unfollow', later).remaining).toBe(200);
  });

  test('is twice as large for verified people', () => {
    for (const policy of ['unfollow', 'unlike.daily', 'unfavorite', 'restore', 'import.rows'] as const)
      expect(limitOf(policy, 'verified')).toBe(2 * limitOf(policy, 'ordinary'));
  });
});

test('only what was taken today and not given back before is given back, each once', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
  fc.assert(
    fc.property(ids, ids, ids, (taken, refunded, asked) => {
      const given = refundable(state(taken, refunded), asked);
      expect(given).toEqual(asked.filter(id => taken.includes(id) && !refunded.includes(id)));
      expect(refundable(state(taken, [...refunded, ...given]), asked)).toEqual([]);
    }),
  );
});
