import fc from 'fast-check';
import {
  currentRound,
  dayEnd,
  dayOf,
  dayStart,
  hasRound,
  neighbours,
  regularDays,
  roundDays,
  streaksOf,
} from '../../../cloudfunctions/core/chains/recurrence';
import type { Recurrence } from '../../../typings/contract/fields';

const DAY_MS = 86_400_000;
const FROM = '2025-01-01';
const dateAfter = (days: number): string => dayOf(dayStart(FROM) + days * DAY_MS);

const daily = (given: Partial<Recurrence> = {}): Recurrence => ({
  ...{ weekdays: [0, 1, 2, 3, 4, 5, 6], from: FROM, until: dateAfter(20), skip: [], makeUps: 0 },
  ...given,
});

/** 2025-01-01 is a Wednesday. */
const anyRecurrence = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  from: fc.constant(FROM),
  until: fc.integer({ min: 0, max: 60 }).map(dateAfter),
  skip: fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(dateAfter), { maxLength: 10 }),
  makeUps: fc.constant(0),
});

test('a day begins and ends at midnight in China, to the millisecond', () => {
  const midnight = Date.UTC(2025, 0, 1, 16);
  expect([dayOf(midnight - 1), dayOf(midnight)]).toEqual(['2025-01-01', '2025-01-02']);
  expect([dayStart('2025-01-02'), dayEnd('2025-01-01')]).toEqual([midnight, midnight]);
});

test('a recurring chain has rounds on its days of the week and on no skipped day', () => {
  const recurrence = daily({ weekdays: [1, 3], skip: ['2025-01-08'], until: '2025-01-15' });
  expect(roundDays(recurrence)).toEqual(['2025-01-01', '2025-01-06', '2025-01-13', '2025-01-15']);
  expect(regularDays(recurrence, '2025-01-08', '2025-01-31')).toEqual([
    '2025-01-08',
    '2025-01-13',
    '2025-01-15',
  ]);
  expect(neighbours(recurrence, '2025-01-06')).toEqual({ previous: '2025-01-01', next: '2025-01-13' });
  expect(neighbours(recurrence, '2025-01-01')).toEqual({ next: '2025-01-06' });
});

test('the current round is today’s, else the next, else the last there was', () => {
  const recurrence = daily({ weekdays: [3], until: '2025-01-15' });
  expect(currentRound(recurrence, '2024-12-01')).toBe('2025-01-01');
  expect(currentRound(recurrence, '2025-01-08')).toBe('2025-01-08');
  expect(currentRound(recurrence, '2025-01-09')).toBe('2025-01-15');
  expect(currentRound(recurrence, '2025-03-01')).toBe('2025-01-15');
  expect(currentRound(daily({ skip: [FROM], until: FROM }), FROM)).toBeUndefined();
});

test('every round is a regular day of the span that is not skipped, and every such day is one', () => {
  fc.assert(
    fc.property(anyRecurrence, recurrence => {
      const days = roundDays(recurrence);
      expect(days).toEqual([...new Set(days)].sort());
      const all = Array.from({ length: 70 }, (_, index) => dateAfter(index - 5));
      expect(all.filter(date => hasRound(recurrence, date))).toEqual(days);
    }),
  );
});

/** By counting back from today, in other words than the rule's. */
function streakBackwards(recurrence: Recurrence, answered: Set<string>, today: string): number {
  const past = roundDays(recurrence)
    .filter(date => date <= today)
    .reverse();
  const counted = past[0] === today && !answered.has(today) ? past.slice(1) : past;
  const missed = counted.findIndex(date => !answered.has(date));
  return missed < 0 ? counted.length : missed;
}

const anyHistory = fc.record({
  recurrence: anyRecurrence,
  answered: fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(dateAfter)).map(days => new Set(days)),
  today: fc.integer({ min: 0, max: 65 }).map(dateAfter),
});

test('a streak is the rounds in a row up to now; the best is never shorter', () => {
  fc.assert(
    fc.property(anyHistory, ({ recurrence, answered, today }) => {
      const { streak, best } = streaksOf(recurrence, answered, today);
      expect(streak).toBe(streakBackwards(recurrence, answered, today));
      expect(best).toBeGreaterThanOrEqual(streak);
    }),
  );
});

test('skipping one more day that was missed never makes a streak shorter', () => {
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 0, max: 60 }), ({ recurrence, answered, today }, days) => {
      const date = dateAfter(days);
      fc.pre(!answered.has(date));
      const before = streaksOf(recurrence, answered, today);
      const after = streaksOf({ ...recurrence, skip: [...recurrence.skip, date] }, answered, today);
      expect(after.streak).toBeGreaterThanOrEqual(before.streak);
      expect(after.best).toBeGreaterThanOrEqual(before.best);
    }),
  );
});

test('a missed day ends the streak, today’s open round does not', () => {
  const answered = new Set([0, 1, 3, 4].map(dateAfter));
  expect(streaksOf(daily(), answered, dateAfter(5))).toEqual({ streak: 2, best: 2 });
  expect(streaksOf(daily(), answered, dateAfter(6))).toEqual({ streak: 0, best: 2 });
  // 补卡 of the third day joins the two.
  expect(streaksOf(daily(), new Set([...answered, dateAfter(2)]), dateAfter(5))).toEqual({
    streak: 5,
    best: 5,
  });
});
