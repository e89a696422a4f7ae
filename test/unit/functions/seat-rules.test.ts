import { decodeSeat, encodeSeat, type Seat } from '../../../cloudfunctions/core/seats/book';
import { claimedBy, confirmed, settled, without } from '../../../cloudfunctions/core/seats/changes';
import { optionCountsOf, waitPositionsOf } from '../../../cloudfunctions/core/seats/figures';
import { isUnsettled, walkQueue } from '../../../cloudfunctions/core/seats/rules';
import { termsOf } from '../../../cloudfunctions/core/seats/terms';
import {
  bookOf,
  chainOf,
  HOUR_MS,
  keyOf,
  NOW,
  namesOf,
  settings,
  statusesOf,
  withOptions,
} from '../../support/functions/seat-books';

test.each<[string, Partial<Seat>]>([
  ['i 1 =uid', { uid: 'uid' }],
  ['i 1', {}],
  ['w 3 +by - f_a*2,f_b', { status: 'waiting', places: 3, by: 'by', picks: { f_a: 2, f_b: 1 } }],
  ['o 1 ~uid 16', { status: 'offered', uid: 'uid', claimed: true, until: 42 }],
  ['a 1 - - f_a', { status: 'asking', picks: { f_a: 1 } }],
])('%s is a seat as it is stored', (text, given) => {
  const seat: Seat = { key: 'k', entryId: 'id', status: 'in', places: 1, picks: {}, ...given };
  expect(encodeSeat(seat)).toBe(text);
  expect(decodeSeat('k', 'id', text)).toEqual(seat);
});

describe('the queue', () => {
  test('who does not fit keeps what they lack from those behind them, and nothing else', () => {
    const of = settings({ capacity: 4, fields: withOptions({ a: 1, b: 2 }) });
    const book = bookOf(of, [
      { picks: { f_a: 1 } },
      { status: 'waiting', picks: { f_a: 1 } },
      { status: 'waiting', picks: { f_b: 1 } },
      { status: 'waiting', places: 3, picks: { f_b: 3 } },
      { status: 'waiting', picks: { f_b: 1 } },
    ]);
    const { due, waits } = walkQueue(book);
    expect(namesOf(due)).toBe('c');
    expect(waits).toEqual({ f_a: 1, total: 2, f_b: 2 });
  });

  test('positions are in the order of numbers, whatever each of them wants', () => {
    const of = settings({ capacity: 1 });
    const book = bookOf(of, [
      {},
      { status: 'waiting', places: 2 },
      { status: 'asking' },
      { status: 'waiting' },
    ]);
    expect([...waitPositionsOf(book).values()]).toEqual([1, 2]);
  });

  test('a place that frees goes to the next one, held for them when they must confirm', () => {
    const of = settings({ capacity: 1, holdHours: 2 });
    const freed = without(bookOf(of, [{}, { status: 'waiting' }]), [keyOf('a')]);
    expect(isUnsettled(freed, NOW)).toBe(true);
    const after = settled(freed, termsOf(chainOf(of, freed), NOW));
    expect(after.held[keyOf('b')]).toMatchObject({ status: 'offered', until: NOW + 2 * HOUR_MS });
    expect(after.settleAt).toBe(NOW + 2 * HOUR_MS);
    expect(after.facts).toMatchObject([{ kind: 'offered', keys: [keyOf('b')] }]);
  });

  test.each([
    [-1, 'offered waiting'],
    [0, 'in'],
  ])('%i ms from its end an offer leaves: %s', (late, expected) => {
    const until = NOW + HOUR_MS;
    const book = bookOf(settings({ capacity: 1 }), [{ status: 'offered', until }, { status: 'waiting' }]);
    expect(statusesOf(settled(book, { now: until + late, frozen: false }))).toBe(expected);
  });

  test('an offer ends with the beginning of the event, after which nobody is promoted', () => {
    const of = settings({ capacity: 1, holdHours: 2, eventAt: NOW + HOUR_MS });
    const book = bookOf(of, [{ status: 'waiting' }]);
    expect(settled(book, termsOf(chainOf(of, book), NOW)).settleAt).toBe(NOW + HOUR_MS);
    expect(statusesOf(settled(book, termsOf(chainOf(of, book), NOW + HOUR_MS)))).toBe('waiting');
  });

  test('a confirmed offer is kept for good', () => {
    const book = bookOf(settings({ capacity: 1 }), [{ status: 'offered', until: NOW + 1 }]);
    const seat = book.held[keyOf('a')];
    const after = settled(seat ? confirmed(book, seat) : book, { now: NOW + 1, frozen: false });
    expect(statusesOf(after)).toBe('in');
  });
});

test('a claimed entry belongs to who claimed it, under the number it has', () => {
  const book = bookOf(settings(), [{ by: 'maker', picks: { f_a: 2 } }]);
  const seat = book.held[keyOf('a')];
  const after = seat ? claimedBy(book, seat, 'z') : book;
  expect(after.held[keyOf('a')]).toMatchObject({ uid: 'z', claimed: true, entryId: book.order[0] });
  expect(after.own).toEqual({ pz: keyOf('a') });
  expect(after.live).toEqual({ pmaker: 0, pz: 1 });
  expect(optionCountsOf(after)).toEqual({ f_a: 2 });
});
