import type { ChainDocument } from '../../../cloudfunctions/core/chains/document';
import { NUMBERS_MAX, newBook, type Seat, type SeatBook } from '../../../cloudfunctions/core/seats/book';
import { recapacity } from '../../../cloudfunctions/core/seats/capacity';
import { refitted } from '../../../cloudfunctions/core/seats/changes';
import { joinWrite } from '../../../cloudfunctions/core/seats/joining';
import { compileFilter } from '../../../local/cloud/database/filter';
import type { Doc } from '../../../local/cloud/database/values';
import { bookOf, chainOf, keyOf, NOW, settings, withOptions } from '../../support/functions/seat-books';

const terms = { now: NOW, frozen: false };

const newcomer = (given: Partial<Parameters<typeof joinWrite>[1]> = {}) => ({
  ...{ key: keyOf('z'), entryId: keyOf('z') + '0'.repeat(16), uid: 'z', places: 1, picks: {} },
  ownKey: keyOf('z'),
  ...given,
});

describe('a change of places', () => {
  const of = settings({ capacity: 3, fields: withOptions({ a: 1, b: 1 }) });
  const refit = (book: SeatBook, places: number, picks = {}) => {
    const seat = book.held[keyOf('a')];
    return seat && refitted(book, seat, { places, picks }, false)?.book.left;
  };

  test.each([
    [3, { total: 0 }],
    [4, undefined],
  ])('to %i takes what is more, if it is there', (places, left) => {
    const after = refit(bookOf(of, [{}]), places);
    if (left) expect(after).toMatchObject(left);
    else expect(after).toBeUndefined();
  });

  test('to another option gives the former one back', () => {
    const book = bookOf(of, [{ picks: { f_a: 1 } }]);
    expect(refit(book, 1, { f_b: 1 })).toMatchObject({ f_a: 1, f_b: 0, total: 2 });
  });

  test('takes nothing that somebody waits for', () => {
    const book = bookOf(of, [{ places: 2 }, { status: 'waiting', places: 2 }]);
    expect(refit(book, 3)).toBeUndefined();
    expect(refit(book, 1)).toBeDefined();
  });
});

describe('other capacities', () => {
  const of = settings({ capacity: 3, fields: withOptions({ a: undefined }) });
  const seats = [{ picks: { f_a: 1 } }, {}, { picks: { f_a: 1 } }, { status: 'waiting' as const }];

  test('displace the latest numbers of those who take part in what is too much', () => {
    const tried = recapacity(bookOf(of, seats), { ...of, capacity: 1 }, undefined, terms);
    expect(tried).toMatchObject({ ok: false });
    expect(!tried.ok && tried.displaced.map(id => id[1]).join('')).toBe('bc');
    const options = recapacity(bookOf(of, seats), { ...of, fields: withOptions({ a: 1 }) }, [], terms);
    expect(!options.ok && options.displaced.map(id => id[1]).join('')).toBe('c');
  });

  test('are refused unless exactly those are named who lose their places', () => {
    const book = bookOf(of, seats);
    const id = (name: string) => keyOf(name) + '0'.repeat(16);
    const lower = (names: string[]) => recapacity(book, { ...of, capacity: 2 }, names.map(id), terms).ok;
    expect([lower([]), lower(['b']), lower(['b', 'c']), lower(['c'])]).toEqual([false, false, false, true]);
  });

  test('higher ones promote in the same write', () => {
    const raised = recapacity(bookOf(of, seats), { ...of, capacity: 4 }, undefined, terms);
    expect(raised).toMatchObject({ ok: true, update: { $set: { [`book.seats.${keyOf('d')}`]: 'i 1 =d' } } });
  });
});

describe('a join', () => {
  const sent = (chain: ChainDocument, given = {}) => joinWrite(chain, newcomer(given), NOW);
  const code = (chain: ChainDocument, given = {}) => {
    const write = sent(chain, given);
    return 'error' in write ? write.error.code : 'taken';
  };

  test.each([
    ['of the last place', settings({ capacity: 2 }), [{}], 'taken'],
    ['without a place, with a waiting list', settings({ capacity: 1 }), [{}], 'taken'],
    ['without either', settings({ capacity: 1, waitlist: false }), [{}], 'FULL'],
    [
      'that asks to be let in, whatever is left',
      settings({ capacity: 1, waitlist: false, approval: true }),
      [{}],
      'taken',
    ],
  ])('%s', (_, of, seats, expected) => {
    expect(code(chainOf(of, bookOf(of, seats)))).toBe(expected);
  });

  test('by one who has a seat, or 20, or to a chain without numbers left, is refused', () => {
    const of = settings();
    const [one, none] = [bookOf(of, [{}]), bookOf(of, [])];
    const owner = { ...one, own: { pz: keyOf('a') } };
    const many = { ...none, live: { pz: 20 } };
    const long = { ...none, order: Array.from({ length: NUMBERS_MAX }, (_, index) => String(index)) };
    const full = { ...none, left: { room: 0 } };
    expect([owner, many, long, full].map(book => code(chainOf(of, book)))).toEqual([
      ...['ALREADY_JOINED', 'TOO_LARGE', 'TOO_LARGE', 'FULL'],
    ]);
  });

  test('is refused before the chain does not fit into a reply of the database, however long its ids', () => {
    const crowd = (count: number, options: string[]) => {
      const [seat] = Object.values(bookOf(settings(), [{}]).held);
      const picks = Object.fromEntries(options.map(option => [option, 99]));
      const keys = Array.from({ length: count }, (_, index) => String(index));
      const held = Object.fromEntries(keys.map(key => [key, { ...seat, key, picks } as Seat]));
      return chainOf(settings(), { ...bookOf(settings(), []), held, order: keys });
    };
    const options = (count: number, length: number) =>
      Array.from({ length: count }, (_, index) => String(index).padStart(length, 'o'));
    expect(code(crowd(1999, options(20, 4)))).toBe('taken');
    expect([150, 250].map(count => code(crowd(count, options(100, 25))))).toEqual(['taken', 'TOO_LARGE']);
  });

  test('matches no book in which places were freed since it was read, while people wait', () => {
    const of = settings({ capacity: 5, fields: withOptions({ a: 1, b: 5 }) });
    const book = bookOf(of, [{ picks: { f_a: 1 } }, { status: 'waiting', picks: { f_a: 1 } }]);
    const write = sent(chainOf(of, book), { picks: { f_b: 1 } });
    const stored = (turn: number, waiting: number) => ({
      ...{ state: 'open', rev: 1 },
      book: { ...newBook(of), order: book.order, turn, waiting },
    });
    const matches = 'match' in write ? compileFilter(write.match as Doc) : () => undefined;
    const found = [stored(0, 1), stored(1, 1), stored(1, 0)].map(one => matches(one as unknown as Doc));
    expect(found).toEqual([true, false, true]);
  });
});
