import { type ChainCall, defineChainAction } from '../../chains/gate';
import { chainId } from '../../chains/schema';
import { refuseTexts } from '../../chains/texts';
import { exactObject } from '../../gateway/input';
import { refuse } from '../../gateway/refusal';
import { dismissed } from '../../seats/changes';
import { changeSeats } from '../../seats/store';
import { seatOf } from '../keys';
import { findSeat } from '../mine';
import { entryReply } from '../reply';
import { entryId, reason } from '../schema';
import { staffEvent } from '../staff-event';
import { endEntry, readEntry, unendEntry } from '../store';
import { refuseForState } from '../time-refusal';

/** Once more for one who is removed changes nothing. */
async function repeated(call: ChainCall, id: string) {
  const entry = call.chain.book.order.includes(id) ? await readEntry(id) : undefined;
  return entry?.ended?.status === 'removed' ? entryReply(call.chain, entry, call) : undefined;
}

/** Three requests. */
export const removeEntry = defineChainAction<'chains.remove'>({
  who: 'organizer',
  input: exactObject({ chainId, entryId, reason }),
  logs: (_, { entryId: key }) => ({ what: 'entries-handled', kind: 'chain', count: 1, key }),
  run: async ({ entryId: id, reason: why }, call) => {
    const { chain, now } = call;
    const seat = findSeat(call, id);
    if ('error' in seat) return (await repeated(call, id)) ?? seat;
    const refused = refuseForState(chain) ?? (await refuseTexts(call.openid, [why]));
    if (refused) return refused;
    const ended = { status: 'removed', at: now, reason: why } as const;
    const event = staffEvent(call, 'removed', why);
    const entry = await endEntry(id, ended, event);
    if (!entry) return refuse('NOT_FOUND');
    const changed = await changeSeats(chain, {
      now,
      freesOnly: true,
      plan: ({ book }) => {
        const held = seatOf(book, id);
        return held ? { book: dismissed(book, [held], 'removed', { now, reason: why }) } : 'done';
      },
    });
    if (changed.ok) return entryReply(changed.chain, entry, call);
    await unendEntry(id, ended, event);
    return changed;
  },
});
