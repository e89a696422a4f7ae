import fc from 'fast-check';
import { calendarOf } from '../../../cloudfunctions/core/reports/calendar';
import { inBuckets, inOrder, inSteps } from '../../../cloudfunctions/core/reports/rules';

const at = (text: string): number => Date.parse(`${text}+08:00`);
/** First instants of the steps, as China's clocks show them. */
const starts = (days: 30 | 90 | 365, now: string): string[] =>
  calendarOf(days, at(now)).starts.map(start => new Date(start + 8 * 3_600_000).toISOString().slice(0, 16));

test('thirty days end today, whatever the hour in China', () => {
  for (const now of ['2026-03-01T00:00', '2026-03-01T23:59:59.999']) {
    const all = starts(30, now);
    expect(all).toHaveLength(30);
    expect([all[0], all.at(-1)]).toEqual(['2026-01-31T00:00', '2026-03-01T00:00']);
  }
});

test('ninety days are thirteen weeks from Monday, the last one being this week', () => {
  for (const now of ['2026-03-02T00:00', '2026-03-08T23:59']) {
    const all = starts(90, now);
    expect(all).toHaveLength(13);
    expect([all[0], all.at(-1)]).toEqual(['2025-12-08T00:00', '2026-03-02T00:00']);
  }
});

test('a year is twelve months, also across February and the turn of the year', () => {
  const all = starts(365, '2024-02-29T12:00');
  expect(all).toHaveLength(12);
  expect([all[0], all.at(-2), all.at(-1)]).toEqual([
    '2023-03-01T00:00',
    '2024-01-01T00:00',
    '2024-02-01T00:00',
  ]);
});

const DAY_MS = 86_400_000;
/** Days a step has, least and most. */
const LENGTHS = { 30: [1, 1], 90: [7, 7], 365: [28, 31] } as const;

test('steps rise without gaps, and now lies in the last', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('2000-01-01T00:00'), max: at('2099-01-01T00:00') }),
      fc.constantFrom(30 as const, 90 as const, 365 as const),
      (now, days) => {
        const { starts: all } = calendarOf(days, now);
        const [least, most] = LENGTHS[days];
        const lengths = all.slice(1).map((start, index) => (start - (all[index] ?? 0)) / DAY_MS);
        expect(lengths.every(length => length >= least && length <= most)).toBe(true);
        const last = all.at(-1) ?? 0;
        expect(last).toBeLessThanOrEqual(now);
        expect(last + most * DAY_MS).toBeGreaterThan(now);
      },
    ),
  );
});

test('each step has its counts, and zeros where there are none', () => {
  const counts = [
    { step: 1, kind: 'like' as const, count: 2 },
    { step: 1, kind: 'follow' as const, count: 3 },
  ];
  expect(inSteps([10, 17, 24], counts)).toEqual([
    { from: 10, follow: 0, like: 0, favorite: 0 },
    { from: 17, follow: 3, like: 2, favorite: 0 },
    { from: 24, follow: 0, like: 0, favorite: 0 },
  ]);
});

test('all buckets are there in order; reasons come most first and without zeros', () => {
  expect(inBuckets([{ bucket: '3-7', count: 2 }]).map(({ bucket, count }) => `${bucket} ${count}`)).toEqual([
    '0-1 0',
    '1-3 0',
    '3-7 2',
    '7-14 0',
    '14+ 0',
    'unknown 0',
  ]);
  const reasons = [
    { reason: 'privacy' as const, count: 1 },
    { reason: 'other' as const, count: 0 },
    { reason: 'adverts' as const, count: 1 },
    { reason: 'outdated' as const, count: 5 },
  ];
  expect(inOrder(reasons).map(({ reason }) => reason)).toEqual(['outdated', 'adverts', 'privacy']);
});
