import type { ChainDocument } from '../chains/document';
import { type Refused, refuse } from '../gateway/refusal';
import type { Query } from '../platform/database';
import { NUMBERS_MAX, personKey, ROOM, type Seat } from './book';
import { joined, placeFor } from './changes';
import { demandOf } from './rules';
import { termsOf } from './terms';
import { isHeavy } from './weight';
import { nobodyWaitsFor, stillLacking, type Write, writeOf } from './write';

/** Live entries one person may have in a chain: the own one and those made for others. */
export const ENTRIES_MAX = 20;
/** Somebody who wants a seat. */
export interface Newcomer extends Pick<Seat, 'key' | 'entryId' | 'uid' | 'by' | 'places' | 'picks'> {
  /** Key of the own entry of whoever makes this one. */
  ownKey: string;
  /** The organizers themselves enter it. */
  isApproved?: true;
  /** The staff keys it in, at any time while the chain is not called off. */
  isKeyedIn?: true;
}

/** Whether this person, or whoever makes the entry for them, may have one more. */
function refuseRepetition({ book }: ChainDocument, { key, uid, by }: Newcomer): Refused | undefined {
  const isOwn = uid !== undefined && personKey(uid) in book.own;
  if (isOwn) return refuse('ALREADY_JOINED', { message: '您已经报过名了' });
  if (key in book.held) return refuse('ALREADY_JOINED', { message: '这个名字您已经报过了' });
  const person = uid ?? by;
  const isMany = person !== undefined && (book.live[personKey(person)] ?? 0) >= ENTRIES_MAX;
  if (isMany) return refuse('TOO_LARGE', { message: `每人最多报 ${ENTRIES_MAX} 个`, max: ENTRIES_MAX });
  return undefined;
}

/** Why the chain takes nobody any more, whatever its places. */
export function refuseCrowd({ book }: ChainDocument): Refused | undefined {
  const isFull = (book.left['room'] ?? ROOM) < 1;
  if (isFull) return refuse('FULL', { message: `一个接龙最多 ${ROOM} 人，已经满了`, max: ROOM });
  if (book.order.length < NUMBERS_MAX && !isHeavy(book)) return undefined;
  return refuse('TOO_LARGE', { message: '这个接龙的报名记录太多，请发起人复制一个新的', max: NUMBERS_MAX });
}

/** Two calls of one person at once may not pass the limit together. */
function limitMatch({ book }: ChainDocument, { uid, by, ownKey }: Newcomer): Query {
  const person = personKey(uid ?? by ?? '');
  const [others, claimed] = [`book.others.${person}`, `book.claimed.${person}`];
  const below = (most: number): Query => ({ [others]: { $not: { $gte: most } } });
  if (uid !== undefined) return { [claimed]: { $exists: false }, ...below(ENTRIES_MAX) };
  if (by === undefined) return {};
  const isLast = (book.live[person] ?? 0) === ENTRIES_MAX - 1 && !(person in book.own);
  if (!isLast) return below(ENTRIES_MAX - 1);
  return {
    ...below(ENTRIES_MAX),
    [claimed]: { $exists: false },
    [`book.seats.${ownKey}`]: { $exists: false },
  };
}

/** The seat is new, and so is its number. */
const newMatch = ({ entryId }: Newcomer): Query => ({
  'book.order': { $ne: entryId },
  [`book.order.${NUMBERS_MAX - 1}`]: { $exists: false },
});

/**
 * The write that gives a newcomer what there is: a place, when nobody who waits could have it; else one in the waiting list,
 * when what they lack is still lacking. Both hold for certain as long as nobody but joiners changed the book since it was read;
 * joins do not get in each other's way.
 */
export function joinWrite(chain: ChainDocument, newcomer: Newcomer, now: number): Write | Refused {
  const { book, settings } = chain;
  const refused = refuseRepetition(chain, newcomer) ?? refuseCrowd(chain);
  if (refused) return refused;
  const { ownKey: _, isApproved, isKeyedIn, ...wanted } = newcomer;
  const approval = settings.approval && !isApproved;
  const { waitlist } = settings;
  const place = placeFor(book, newcomer, { approval, waitlist, frozen: termsOf(chain, now).frozen });
  if (!place) return refuse('FULL');
  const { status, lacks } = place;
  const demand = demandOf(newcomer, book.left);
  const write = writeOf(book, joined(book, { ...wanted, status }, lacks), 'seats', true);
  const asRead = { 'book.turn': book.turn };
  const unlessRead: Record<typeof status, Query> = {
    in: { ...nobodyWaitsFor(Object.keys(demand)), $or: [asRead, { 'book.waiting': 0 }] },
    waiting: { $or: [asRead, { $and: stillLacking(lacks, demand) }] },
    ...{ asking: {}, offered: {} },
  };
  const match = {
    state: isKeyedIn ? { $in: ['open', 'closed'] } : 'open',
    ...write.match,
    ...newMatch(newcomer),
    ...limitMatch(chain, newcomer),
    ...unlessRead[status],
  };
  return { match, update: write.update };
}
