import fc from 'fast-check';
import {
  HALF_LIFE_MS,
  type LikeGroup,
  liveLikes,
  SPAN_MS,
  spanOf,
  weightOf,
} from '../../../cloudfunctions/core/contents/rules';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-03-01T12:00:00Z');

const live = (count: number, isSlow = false): LikeGroup => ({ count, isSlow });
const cancelled = (count: number, ago: number, isSlow = false): LikeGroup => ({
  ...{ count, isSlow },
  span: spanOf(NOW - ago),
});

const group = fc.record(
  { count: fc.nat(50), isSlow: fc.boolean(), span: fc.nat(432).map(ago => spanOf(NOW - ago * SPAN_MS)) },
  { requiredKeys: ['count', 'isSlow'] },
);
const groups = fc.array(group, { maxLength: 8 });

test('live likes count one each, those of people in slow mode half', () => {
  expect(weightOf([live(3), live(2, true)], NOW)).toBe(4);
  expect(liveLikes([live(3), live(2, true), cancelled(9, 0)])).toBe(5);
});

test('a cancelled like counts in full at once, half after twelve hours, next to nothing when it is purged', () => {
  expect(weightOf([cancelled(1, 0)], NOW)).toBe(1);
  const spanStart = spanOf(NOW) * SPAN_MS;
  const after = (ms: number) =>
    weightOf([{ count: 100, isSlow: false, span: spanOf(NOW) }], spanStart + SPAN_MS + ms);
  expect([after(0), after(HALF_LIFE_MS), after(2 * HALF_LIFE_MS), after(72 * HOUR_MS)]).toEqual([
    100, 50, 25, 1.56,
  ]);
});

test('a cancel itself changes nothing, and an hour later it has taken less than six hundredths of a like', () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 1, max: 50 }), (others, likes) => {
      const before = weightOf([...others, live(likes)], NOW);
      const after = [...others, live(likes - 1), cancelled(1, 0)];
      expect(Math.abs(weightOf(after, NOW) - before)).toBeLessThanOrEqual(0.01);
      const drop = weightOf([...others, live(likes)], NOW + HOUR_MS) - weightOf(after, NOW + HOUR_MS);
      expect(drop).toBeGreaterThanOrEqual(0);
      expect(drop).toBeLessThan(0.06 + 0.01);
    }),
  );
});

test('without new likes it only falls, from no more than all likes to no less than the live ones', () => {
  fc.assert(
    fc.property(groups, fc.nat(80 * HOUR_MS), (all, later) => {
      const [now, then] = [weightOf(all, NOW), weightOf(all, NOW + later)];
      expect(then).toBeLessThanOrEqual(now);
      expect(now).toBeLessThanOrEqual(all.reduce((sum, { count }) => sum + count, 0));
      expect(then).toBeGreaterThanOrEqual(
        weightOf(
          all.filter(({ span }) => span === undefined),
          NOW,
        ),
      );
    }),
  );
});

test('one more like never makes it less, slow mode never more; it has two decimals', () => {
  fc.assert(
    fc.property(groups, fc.boolean(), (all, isSlow) => {
      const weight = weightOf(all, NOW);
      expect(weightOf([...all, live(1, isSlow)], NOW)).toBeGreaterThan(weight);
      expect(
        weightOf(
          all.map(one => ({ ...one, isSlow: true })),
          NOW,
        ),
      ).toBeLessThanOrEqual(weight);
      expect(weight).toBe(Number(weight.toFixed(2)));
    }),
  );
});
