import { shortHash } from '../platform/crypto';
import type { Seat, SeatBook, SeatStatus } from '../seats/book';

/** Begins with a letter, because a field of the book must not look like a number. */
const KEY_LENGTH = 17;

/** Names that differ in nothing one hears. */
export const foldedName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Place of a person's own entry in the book of a chain. */
export const ownKey = (chainId: string, uid: string): string => `e${shortHash('own', chainId, uid)}`;

/** Place of an entry that somebody makes for somebody of this name. */
export const otherKey = (chainId: string, actor: string, name: string): string =>
  `e${shortHash('other', chainId, actor, foldedName(name))}`;

/**
 * Id of an entry: its key in the book and the request that made it. Each attempt has details of its own, so those of two
 * phones at once cannot mix, and a rejoin leaves the former entry as it was.
 */
export const entryIdOf = (key: string, request: string): string => key + shortHash('entry', request);

export const keyOf = (entryId: string): string => entryId.slice(0, KEY_LENGTH);

/** The seat of exactly this entry: not of a later or former one under the same key. */
export function seatOf(book: SeatBook, entryId: string): Seat | undefined {
  const key = keyOf(entryId);
  const seat = Object.hasOwn(book.held, key) ? book.held[key] : undefined;
  return seat && entryIdOf(key, seat.request) === entryId ? seat : undefined;
}

/** Numbers of all keys that ever had one: the last place in the order, from 1. */
export const numbersOf = ({ order }: SeatBook): Map<string, number> =>
  new Map(order.map((key, index) => [key, index + 1]));

/** Ids of the entries in the book, in the order of their numbers. */
export function entryIdsOf(book: SeatBook, statuses?: SeatStatus[]): string[] {
  return [...numbersOf(book)]
    .sort(([, one], [, other]) => one - other)
    .flatMap(([key]) => {
      const seat = book.held[key];
      return seat && (statuses?.includes(seat.status) ?? true) ? [entryIdOf(key, seat.request)] : [];
    });
}
