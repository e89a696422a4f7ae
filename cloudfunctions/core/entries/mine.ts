import type { ChainCall } from '../chains/gate';
import { isAtLeast } from '../chains/gate';
import { type Refused, refuse } from '../gateway/refusal';
import type { Seat } from '../seats/book';
import { seatOf } from './keys';
import { mineOf } from './views';

export const refuseGone = (): Refused => refuse('GONE', { message: '这份报名已经不在了' });

/** The seat of an entry: GONE when it had one, NOT_FOUND when it never did. */
export function findSeat({ chain }: Pick<ChainCall, 'chain'>, entryId: string): Seat | Refused {
  const seat = seatOf(chain.book, entryId);
  if (seat) return seat;
  return chain.book.order.includes(entryId) ? refuseGone() : refuse('NOT_FOUND');
}

/** The seat of an entry that is the caller's own or was made by them; organizers may have any. */
export function findMySeat(call: ChainCall, entryId: string): Seat | Refused {
  const seat = findSeat(call, entryId);
  if ('error' in seat || isAtLeast(call.role, 'organizer')) return seat;
  return mineOf(seat, call.uid) === 'no' ? refuse('FORBIDDEN') : seat;
}
