import { type ChainCall, defineChainAction } from '../../chains/gate';
import { chainId } from '../../chains/schema';
import { exactObject } from '../../gateway/input';
import { type Refused, refuse } from '../../gateway/refusal';
import { confirmed } from '../../seats/changes';
import { changeSeats, type Planned, settle } from '../../seats/store';
import { asLimitedWrite } from '../limited-write';
import { findMySeat } from '../mine';
import { entryReply } from '../reply';
import { entryId } from '../schema';
import { changeEntry, readEntry } from '../store';
import { refuseForState } from '../time-refusal';

const refuseLate = (): Refused => refuse('GONE', { message: '确认的时间已经过了，名额给了下一位' });

function planFor(call: ChainCall, id: string): Planned {
  const seat = findMySeat(call, id);
  if ('error' in seat) return seat.error.code === 'GONE' ? refuseLate() : seat;
  if (seat.status === 'in') return 'done';
  if (seat.status !== 'offered') return refuse('CONFLICT', { message: '还没有轮到，不用确认' });
  const { until = 0 } = seat;
  return call.now < until ? { book: confirmed(call.chain.book, seat) } : refuseLate();
}

/** Four requests. */
export const confirmPlace = defineChainAction<'chains.confirm'>({
  who: 'participant',
  input: exactObject({ chainId, entryId }),
  run: async ({ entryId: id }, call) => {
    const { uid, now } = call;
    // Somebody's time may have run out a moment ago, and this place be the next one's.
    const settled = await settle(call.chain, now);
    const planned = refuseForState(settled) ?? planFor({ ...call, chain: settled }, id);
    if (planned !== 'done' && 'error' in planned) return planned;
    return asLimitedWrite(call, async () => {
      const changed = await changeSeats(settled, { now, plan: chain => planFor({ ...call, chain }, id) });
      if (!changed.ok) return changed;
      const isRepeated = planned === 'done';
      const event = { at: now, what: 'confirmed' as const, uid };
      const entry = isRepeated ? await readEntry(id) : await changeEntry(id, {}, {}, event);
      return entry ? entryReply(changed.chain, entry, call) : refuse('NOT_FOUND');
    });
  },
});
