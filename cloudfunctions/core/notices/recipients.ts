import type { ChainDocument } from '../chains/document';
import type { Seat, SeatBook, SeatStatus } from '../seats/book';
import type { Fact, FactKind } from './facts';

/** One person to be told of one fact. */
export interface Recipient {
  uid: string;
  /** Of the entry that the person made for somebody else: its name is said. */
  entryId?: string;
}

/** A seat must still be so when the message leaves: who has left or confirmed meanwhile is told nothing that is over. */
const STILL: Partial<Record<FactKind, SeatStatus[]>> = {
  promoted: ['in'],
  offered: ['offered'],
  approved: ['in', 'offered', 'waiting'],
  moved: ['waiting'],
};

/** Whom the whole chain's facts concern beside its staff. */
const CONCERNED: Partial<Record<FactKind, SeatStatus[]>> = {
  going: ['in', 'offered'],
  cancelled: ['in', 'offered', 'waiting', 'asking'],
};

const ownerOf = ({ uid, by }: Seat): string | undefined => uid ?? by;

function ofSeat(held: SeatBook['held'], key: string, statuses: SeatStatus[]): Recipient[] {
  const seat = Object.hasOwn(held, key) ? held[key] : undefined;
  const uid = seat && ownerOf(seat);
  if (!seat || uid === undefined || !statuses.includes(seat.status)) return [];
  return [{ uid, ...(seat.uid === undefined && { entryId: seat.entryId }) }];
}

function ofEverybody({ book, staff }: ChainDocument, statuses: SeatStatus[]): Recipient[] {
  const seats = Object.values(book.held).filter(({ status }) => statuses.includes(status));
  const uids = [...seats.map(ownerOf), ...staff.map(({ uid }) => uid)];
  return uids.filter(uid => uid !== undefined).map(uid => ({ uid }));
}

/** Everybody once, who made several entries too. */
export function recipientsOf(chain: ChainDocument, { kind, keys, to }: Fact): Recipient[] {
  const concerned = CONCERNED[kind];
  const statuses = STILL[kind] ?? [];
  const all = concerned
    ? ofEverybody(chain, concerned)
    : (to?.map(uid => ({ uid })) ?? keys.flatMap(key => ofSeat(chain.book.held, key, statuses)));
  const named = all.filter(({ uid }) => uid !== '');
  return [...new Map(named.reverse().map(one => [one.uid, one])).values()].reverse();
}
