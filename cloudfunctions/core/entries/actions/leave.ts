import { type ChainCall, defineChainAction, isAtLeast } from '../../chains/gate';
import { canUndoMakeUp, isMakeUp } from '../../chains/rules';
import { chainId } from '../../chains/schema';
import { exactObject } from '../../gateway/input';
import { type Refused, refuse } from '../../gateway/refusal';
import { without } from '../../seats/changes';
import { changeSeats } from '../../seats/store';
import { seatOf } from '../keys';
import { asLimitedWrite } from '../limited-write';
import { entryReply } from '../reply';
import { entryId } from '../schema';
import { endEntry, readEntry, unendEntry } from '../store';
import { refuseForState, refuseForTime } from '../time-refusal';
import { mineOf } from '../views';

/** Who left already is told so again. */
async function repeated(call: ChainCall, id: string) {
  const entry = call.chain.book.order.includes(id) ? await readEntry(id) : undefined;
  if (!entry || mineOf(entry, call.uid) === 'no') return refuse('NOT_FOUND');
  return entryReply(call.chain, entry, call);
}

/** Why it is written down first: see `endEntry`. */
async function leave(call: ChainCall, id: string) {
  const { uid, now } = call;
  const ended = { status: 'left', at: now } as const;
  const event = { at: now, what: 'left', uid } as const;
  const entry = await endEntry(id, ended, event);
  if (!entry) return refuse('NOT_FOUND');
  const changed = await changeSeats(call.chain, {
    now,
    freesOnly: true,
    plan: ({ book }) => {
      const seat = seatOf(book, id);
      if (!seat) return 'done';
      return mineOf(seat, uid) === 'no' ? refuse('FORBIDDEN') : { book: without(book, [seat.key]) };
    },
  });
  if (changed.ok) return entryReply(changed.chain, entry, call);
  // Somebody took it over meanwhile, or it was not to be had: it goes on.
  await unendEntry(id, ended, event);
  return changed;
}

/** One request for a round whose day is over, none else. */
async function refuseLeaving({ chain, now }: ChainCall, id: string): Promise<Refused | undefined> {
  const refused = refuseForTime(chain, now);
  if (!refused || !isMakeUp(chain, now)) return refused;
  const entry = await readEntry(id);
  return entry && canUndoMakeUp(chain, entry.at, now) ? undefined : refused;
}

/** Four requests, whoever gets the place. */
export const leaveChain = defineChainAction<'chains.leave'>({
  who: 'visitor',
  input: exactObject({ chainId, entryId }),
  // What people do to their own stands in the entry.
  logs: ({ entry }) =>
    entry.mine === 'no' ? { what: 'entries-handled', kind: 'chain', count: 1 } : undefined,
  run: async ({ entryId: id }, call) => {
    const { chain, uid, role } = call;
    const seat = seatOf(chain.book, id);
    if (!seat) return repeated(call, id);
    if (mineOf(seat, uid) === 'no') return refuse('FORBIDDEN');
    const refused = isAtLeast(role, 'organizer') ? refuseForState(chain) : await refuseLeaving(call, id);
    return refused ?? asLimitedWrite(call, () => leave(call, id));
  },
});
