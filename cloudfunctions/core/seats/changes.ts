import { factOf } from '../notices/facts';
import { type Amounts, NEVER, personKey, type Seat, type SeatBook } from './book';
import { demandOf, holdsPlaces, lacking, overdueOffers, walkQueue } from './rules';

const added = (amounts: Amounts, name: string, amount: number): Amounts =>
  amount === 0 ? amounts : { ...amounts, [name]: (amounts[name] ?? 0) + amount };

/** Puts a seat in (1) or takes it out (-1), in what is counted of places. */
function countPlaces(book: SeatBook, seat: Seat | undefined, sign: 1 | -1): SeatBook {
  if (!seat) return book;
  let left = added(book.left, 'room', -sign);
  for (const [resource, amount] of holdsPlaces(seat) ? Object.entries(demandOf(seat, left)) : [])
    left = added(left, resource, -sign * amount);
  return { ...book, left, waiting: book.waiting + (seat.status === 'waiting' ? sign : 0) };
}

type Keys = Record<string, string>;

function keyed(keys: Keys, person: string, key: string, sign: 1 | -1): Keys {
  const { [person]: _, ...others } = keys;
  return sign === 1 ? { ...others, [person]: key } : others;
}

/** The same in what is known of persons. */
function countPerson(book: SeatBook, seat: Seat | undefined, sign: 1 | -1): SeatBook {
  const { key = '', uid, by, claimed } = seat ?? {};
  const person = personKey(uid ?? by ?? '');
  if (uid === undefined && by === undefined) return book;
  const live = added(book.live, person, sign);
  if (uid === undefined) return { ...book, live, others: added(book.others, person, sign) };
  return {
    ...{ ...book, live, own: keyed(book.own, person, key, sign) },
    claimed: claimed ? keyed(book.claimed, person, key, sign) : book.claimed,
  };
}

const isSamePerson = (one: Seat | undefined, other: Seat | undefined): boolean =>
  one !== undefined && other !== undefined && one.uid === other.uid && one.by === other.by;

/** The book with these seats as they are given, by key; undefined: without one. The marks of the queue stay as they are. */
export function withSeats(book: SeatBook, changes: Record<string, Seat | undefined>): SeatBook {
  const held = { ...book.held };
  let after = book;
  for (const [key, seat] of Object.entries(changes)) {
    const old = book.held[key];
    after = countPlaces(countPlaces(after, old, -1), seat, 1);
    if (!isSamePerson(old, seat)) after = countPerson(countPerson(after, old, -1), seat, 1);
    if (seat) held[key] = seat;
    else delete held[key];
  }
  return { ...after, held };
}

const withAll = (book: SeatBook, seats: Seat[]): SeatBook =>
  withSeats(book, Object.fromEntries(seats.map(seat => [seat.key, seat])));

export const without = (book: SeatBook, keys: string[]): SeatBook =>
  withSeats(book, Object.fromEntries(keys.map(key => [key, undefined])));

const withFact = (book: SeatBook, ...fact: Parameters<typeof factOf>): SeatBook =>
  fact[1].length === 0 ? book : { ...book, facts: [...book.facts, factOf(...fact)] };

const keysOf = (seats: Seat[]): string[] => seats.map(({ key }) => key);

/** Whom to tell about a seat. */
export const personOf = ({ uid, by }: Seat): string | undefined => uid ?? by;

/** What the settings and the state of a chain say about promotions. */
export interface Terms {
  now: number;
  /** Nobody is promoted any more: the event began, or the chain is not running. */
  frozen: boolean;
  /** A promoted person must confirm before this, epoch ms; promoted for good when absent. */
  offerUntil?: number;
}

const soonestEnd = (held: SeatBook['held']): number =>
  Object.values(held).reduce((soonest, { until = NEVER }) => Math.min(soonest, until), NEVER);

/** Marks go down to 0 and stay: people who begin to wait meanwhile add to them. */
const marksOf = ({ waits, left }: SeatBook, walked: Amounts): Amounts => ({
  ...Object.fromEntries(Object.keys(waits).flatMap(resource => (resource in left ? [[resource, 0]] : []))),
  ...walked,
});

/** Puts the book in order: ends offers, gives what is free to who waits for it, and brings the marks of the queue up to date. */
export function settled(book: SeatBook, { now, frozen, offerUntil }: Terms): SeatBook {
  const overdue = overdueOffers(book, now);
  const freed = withFact(without(book, keysOf(overdue)), 'expired', keysOf(overdue), now, {
    to: overdue.map(personOf),
  });
  const { due, waits } = walkQueue(freed, frozen);
  const promoted = due.map(
    (seat): Seat =>
      offerUntil === undefined
        ? { ...seat, status: 'in' }
        : { ...seat, status: 'offered', until: offerUntil },
  );
  const after = withFact(
    withAll(freed, promoted),
    offerUntil === undefined ? 'promoted' : 'offered',
    keysOf(due),
    now,
  );
  return { ...after, waits: marksOf(book, waits), settleAt: soonestEnd(after.held) };
}

/** What a new entry gets; undefined: nothing. Of a settled book. */
export function placeFor(
  book: SeatBook,
  seat: Pick<Seat, 'places' | 'picks'>,
  { approval, waitlist, frozen }: { approval: boolean; waitlist: boolean; frozen: boolean },
): { status: Seat['status']; lacks: string[] } | undefined {
  if (approval) return { status: 'asking', lacks: [] };
  const lacks = lacking(demandOf(seat, book.left), book.left, walkQueue(book, frozen).waits);
  if (lacks.length === 0) return { status: 'in', lacks };
  return waitlist ? { status: 'waiting', lacks } : undefined;
}

/** One more seat, with the next number. `lacks`: what a waiting one lacks. */
export function joined(book: SeatBook, seat: Seat, lacks: string[]): SeatBook {
  const after = withAll(book, [seat]);
  const waits = lacks.reduce((marks, resource) => added(marks, resource, 1), book.waits);
  return { ...after, waits, order: [...book.order, seat.entryId] };
}

/** Other places or options for a seat; undefined when there is not as much more. Of a settled book. */
export function refitted(
  book: SeatBook,
  seat: Seat,
  fit: Pick<Seat, 'places' | 'picks'>,
  frozen: boolean,
): { book: SeatBook; more: string[] } | undefined {
  const next = { ...seat, ...fit };
  if (!holdsPlaces(seat)) return { book: withAll(book, [next]), more: [] };
  const [old, wanted] = [demandOf(seat, book.left), demandOf(next, book.left)];
  const more = Object.fromEntries(
    Object.entries(wanted)
      .map(([resource, amount]) => [resource, amount - (old[resource] ?? 0)] as const)
      .filter(([, amount]) => amount > 0),
  );
  if (lacking(more, book.left, walkQueue(book, frozen).waits).length > 0) return undefined;
  return { book: withAll(book, [next]), more: Object.keys(more) };
}

export function confirmed(book: SeatBook, seat: Seat): SeatBook {
  const { until: _, ...kept } = seat;
  return withAll(book, [{ ...kept, status: 'in' }]);
}

export function claimedBy(book: SeatBook, seat: Seat, uid: string): SeatBook {
  const { by: _, ...kept } = seat;
  return withAll(book, [{ ...kept, uid, claimed: true }]);
}

/** One who asks takes a place or waits, in the order of numbers; without a waiting list they go on asking when there is none. */
function approvedOne(book: SeatBook, seat: Seat, waitlist: boolean, frozen: boolean): SeatBook {
  const queued = withAll(book, [{ ...seat, status: 'waiting' }]);
  const isDue = walkQueue(queued, frozen).due.some(({ key }) => key === seat.key);
  if (isDue) return withAll(book, [{ ...seat, status: 'in' }]);
  return waitlist ? queued : book;
}

export function approved(book: SeatBook, seats: Seat[], waitlist: boolean, terms: Terms): SeatBook {
  const all = seats.reduce((after, seat) => approvedOne(after, seat, waitlist, terms.frozen), book);
  const keys = keysOf(seats).filter(key => all.held[key]?.status !== 'asking');
  return withFact(all, 'approved', keys, terms.now);
}

/** Seats lose their places and queue up by their numbers. */
export function moved(book: SeatBook, seats: Seat[], now: number): SeatBook {
  const waiting = seats.map(({ until: _, ...seat }): Seat => ({ ...seat, status: 'waiting' }));
  return withFact(withAll(book, waiting), 'moved', keysOf(seats), now);
}

/** Seats that the organizers take away, told with the reason. */
export const dismissed = (
  book: SeatBook,
  seats: Seat[],
  kind: 'removed' | 'declined',
  { now, reason }: { now: number; reason?: string },
): SeatBook =>
  withFact(without(book, keysOf(seats)), kind, keysOf(seats), now, {
    to: seats.map(personOf),
    ...(reason !== undefined && { reason }),
  });
