import { shortHash } from '../platform/crypto';
import type { Seat, SeatBook } from '../seats/book';

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
export function seatOf({ held }: Pick<SeatBook, 'held'>, entryId: string): Seat | undefined {
  const key = keyOf(entryId);
  const seat = Object.hasOwn(held, key) ? held[key] : undefined;
  return seat?.entryId === entryId ? seat : undefined;
}
