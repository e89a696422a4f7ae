import fc from 'fast-check';
import type { BatchDocument } from '../../../cloudfunctions/core/batches/document';
import {
  afterSlice,
  batchView,
  isExpired,
  nextSlice,
  outcomeOf,
  planOf,
  SLICE_MAX,
} from '../../../cloudfunctions/core/batches/rules';
import { newItem } from '../../../cloudfunctions/core/items/document';
import { nextMorning } from '../../../cloudfunctions/core/limits/rules';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const HOURS_72 = 72 * 3_600_000;

const batch = (total: number, changes: Partial<BatchDocument> = {}): BatchDocument => ({
  ...{ _id: 'batch', owner: 'o', kind: 'follow', state: 'running', total },
  ids: Array.from({ length: total }, (_, index) => `id-${index}`),
  ...{ position: 0, chargedTo: 0, plannedTo: total, removed: 0, left: 0 },
  ...{ createdAt: NOW, expiresAt: NOW + 600_000, committedAt: NOW, touchedAt: NOW, undone: false },
  grade: 'ordinary',
  ...changes,
});

test('a plan takes what is left of the limit and leaves the rest for later', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: -10, max: 5000 }), (total, remaining) => {
      const plan = planOf(total, remaining);
      expect(plan.now + plan.later).toBe(total);
      expect(plan.now).toBeLessThanOrEqual(Math.max(0, remaining));
      expect(plan.now === total || plan.now === Math.max(0, remaining)).toBe(true);
    }),
  );
});

test.each([
  [599_999, false],
  [600_000, true],
])('%i ms after the preview it has expired: %s', (ms, expected) => {
  expect(isExpired(batch(1), NOW + ms)).toBe(expected);
});

/** Charges up to `size` more and works until the charge or the batch is at its end; what was handled on the way. */
function runDay(batch: BatchDocument, size: number): { batch: BatchDocument; handled: string[] } {
  const chargedTo = Math.min(batch.total, batch.position + size);
  const handled: string[] = [];
  let current: BatchDocument = { ...batch, state: 'running', chargedTo };
  while (current.state === 'running') {
    const ids = nextSlice(current);
    expect(ids.length >= 1 && ids.length <= SLICE_MAX).toBe(true);
    handled.push(...ids);
    current = { ...current, ...afterSlice(current, ids.length, ids.length, NOW) };
  }
  expect(current.position).toBe(chargedTo);
  return { batch: current, handled };
}

test('slice after slice every item is handled once, in order, and never beyond what is charged', () => {
  const charges = fc.array(fc.integer({ min: 1, max: 1200 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), charges, (total, sizes) => {
      let current = batch(total, { state: 'waiting' });
      const handled: string[] = [];
      for (const size of sizes) {
        const day = runDay(current, size);
        handled.push(...day.handled);
        current = day.batch;
        if (current.state === 'done') break;
        expect(current).toMatchObject({ state: 'waiting', resumeAt: nextMorning(NOW) });
      }
      expect(current.state === 'done').toBe(current.position === total);
      expect(handled).toEqual(current.ids.slice(0, current.position));
      expect(current.removed + current.left).toBe(current.position);
    }),
  );
});

test.each([
  ['running', { plannedTo: 200 }, 50],
  ['waiting', { position: 200, plannedTo: 200 }, 50],
  ['paused', { position: 230, plannedTo: 200 }, 20],
  ['cancelled', { position: 200, plannedTo: 200 }, 0],
  ['done', { position: 250 }, 0],
] as const)('a %s batch says how many wait for later days', (state, changes, later) => {
  expect(batchView(batch(250, { state, ...changes }), NOW).later).toBe(later);
});

test.each([
  [-1, true],
  [0, false],
])('%i ms around 72 hours a batch can be undone: %s', (ms, expected) => {
  const done = batch(2, { state: 'done', position: 2, removed: 2, undoUntil: NOW + HOURS_72 });
  expect(batchView(done, NOW + HOURS_72 + ms).undoUntil !== undefined).toBe(expected);
  expect(batchView({ ...done, undone: true }, NOW).undoUntil).toBeUndefined();
  expect(batchView({ ...done, removed: 0, left: 2 }, NOW).undoUntil).toBeUndefined();
});

describe('the outcome of an item', () => {
  const item = newItem('o', { kind: 'follow', name: 'a' }, NOW - 1000);
  const trashed = { ...item, state: 'trashed' as const, trashedAt: NOW, purgeAt: NOW + HOURS_72 };
  const done = batch(3, { state: 'done', position: 2 });

  test.each([
    ['removed', { ...trashed, batchId: 'batch' }, NOW + HOURS_72 - 1],
    ['erased', { ...trashed, batchId: 'batch' }, NOW + HOURS_72],
    ['erased', undefined, NOW],
    ['restored', { ...item, batchId: 'batch' }, NOW],
    ['left', item, NOW],
    ['left', { ...trashed, trashedAt: NOW - 1, batchId: 'earlier' }, NOW],
    ['restored', { ...trashed, trashedAt: NOW + 1, batchId: 'later' }, NOW + 1],
  ])('is %s', (expected, found, now) => {
    expect(outcomeOf(done, 0, found, now)).toBe(expected);
  });

  test('beyond the position depends on the batch', () => {
    expect(outcomeOf({ ...done, state: 'waiting' }, 2, item, NOW)).toBe('waiting');
    expect(outcomeOf({ ...done, state: 'cancelled' }, 2, item, NOW)).toBe('cancelled');
  });
});
