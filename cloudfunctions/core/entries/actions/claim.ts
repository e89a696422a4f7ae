import { type ChainCall, defineChainAction } from '../../chains/gate';
import { chainId } from '../../chains/schema';
import { exactObject } from '../../gateway/input';
import { refuse } from '../../gateway/refusal';
import { personKey } from '../../seats/book';
import { claimedBy } from '../../seats/changes';
import { ENTRIES_MAX } from '../../seats/joining';
import { changeSeats, type Planned } from '../../seats/store';
import { ownKey } from '../keys';
import { asLimitedWrite } from '../limited-write';
import { findSeat } from '../mine';
import { entryReply } from '../reply';
import { entryId } from '../schema';
import { claimDetails, noteClaimant } from '../store';
import { refuseForTime } from '../time-refusal';

function planFor({ chain, uid }: ChainCall, id: string): Planned {
  const { book } = chain;
  const seat = findSeat({ chain }, id);
  if ('error' in seat) return seat;
  if (seat.uid === uid) return seat.claimed ? 'done' : refuse('ALREADY_JOINED');
  if (seat.uid !== undefined) return refuse('CONFLICT', { message: '这份报名已经有人认领了' });
  if (seat.by === uid) return refuse('FORBIDDEN', { message: '这份是您替别人报的，请本人来认领' });
  const person = personKey(uid);
  if (person in book.own) return refuse('ALREADY_JOINED', { message: '您已经报过名了，不能再认领' });
  if ((book.live[person] ?? 0) >= ENTRIES_MAX) return refuse('TOO_LARGE', { max: ENTRIES_MAX });
  return {
    book: claimedBy(book, seat, uid),
    match: {
      [`book.claimed.${person}`]: { $exists: false },
      [`book.seats.${ownKey(chain._id, uid)}`]: { $exists: false },
      [`book.others.${person}`]: { $not: { $gte: ENTRIES_MAX } },
    },
  };
}

/**
 * Five requests. The seat before the details: of two who claim, one must not write into what the other one has. That somebody
 * tries is written down before: a claim that dies in between is found again by its person, and by the erasure of an account.
 */
export const claimEntry = defineChainAction<'chains.claim'>({
  who: 'visitor',
  input: exactObject({ chainId, entryId }),
  run: async ({ entryId: id }, call) => {
    const { chain, uid, now } = call;
    const planned = refuseForTime(chain, now) ?? planFor(call, id);
    if (planned !== 'done' && 'error' in planned) return planned;
    return asLimitedWrite(call, async () => {
      await noteClaimant(id, uid);
      const changed = await changeSeats(chain, { now, plan: read => planFor({ ...call, chain: read }, id) });
      if (!changed.ok) return changed;
      const entry = await claimDetails(id, uid, { at: now, what: 'claimed', uid });
      return entry ? entryReply(changed.chain, entry, call) : refuse('NOT_FOUND');
    });
  },
});
