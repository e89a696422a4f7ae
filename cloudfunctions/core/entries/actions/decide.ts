import * as v from 'valibot';
import { type ChainCall, defineChainAction } from '../../chains/gate';
import { chainReply } from '../../chains/reply';
import { chainId } from '../../chains/schema';
import { refuseTexts } from '../../chains/texts';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import type { Seat, SeatBook } from '../../seats/book';
import { approved, dismissed } from '../../seats/changes';
import { changeSeats } from '../../seats/store';
import { termsOf } from '../../seats/terms';
import { seatOf } from '../keys';
import { entryIds, reason } from '../schema';
import { staffEvent } from '../staff-event';
import { endEntries, pushEvent } from '../store';
import { refuseForState } from '../time-refusal';

/** Of these entries, those that wait for a decision, in the order of their numbers. */
function askingSeats(book: SeatBook, ids: string[]): Seat[] {
  const wanted = new Set(ids);
  return book.order
    .filter(id => wanted.has(id))
    .flatMap(id => seatOf(book, id) ?? [])
    .filter(({ status }) => status === 'asking');
}

const idsOf = (seats: Seat[]): string[] => seats.map(({ entryId }) => entryId);

/** They take places or wait; without a waiting list those who do not fit go on asking. */
async function approve(call: ChainCall, ids: string[]) {
  const { chain, now } = call;
  const changed = await changeSeats(chain, {
    now,
    plan: read => {
      const asking = askingSeats(read.book, ids);
      const book = approved(read.book, asking, read.settings.waitlist, termsOf(read, now));
      if (asking.length > 0 && book === read.book) return refuse('FULL');
      return asking.length === 0 ? 'done' : { book };
    },
  });
  if (!changed.ok) return changed;
  const before = idsOf(askingSeats(chain.book, ids));
  const decided = before.filter(id => seatOf(changed.chain.book, id)?.status !== 'asking');
  await pushEvent(decided, staffEvent(call, 'approved'));
  return { ok: true as const, chain: changed.chain, decided };
}

/** Why is written down first, as for all that end. */
async function decline(call: ChainCall, ids: string[], why: string | undefined) {
  const { chain, now } = call;
  const decided = idsOf(askingSeats(chain.book, ids));
  const told = { now, ...(why !== undefined && { reason: why }) };
  const { reason: because } = told;
  const ended = { status: 'declined' as const, at: now, ...(because !== undefined && { reason: because }) };
  await endEntries(decided, ended, staffEvent(call, 'declined', why));
  const changed = await changeSeats(chain, {
    now,
    freesOnly: true,
    plan: ({ book }) => {
      const asking = askingSeats(book, decided);
      return asking.length === 0 ? 'done' : { book: dismissed(book, asking, 'declined', told) };
    },
  });
  return changed.ok ? { ok: true as const, chain: changed.chain, decided } : changed;
}

/** Four requests. */
export const decideEntries = defineChainAction<'chains.decide'>({
  who: 'organizer',
  input: exactObject({ chainId, entryIds, approve: v.boolean(), reason: v.exactOptional(reason) }),
  logs: ({ changed: count }) => (count > 0 ? { what: 'entries-handled', kind: 'chain', count } : undefined),
  run: async ({ entryIds: ids, approve: isApproved, reason: why }, call) => {
    const refused = refuseForState(call.chain);
    if (refused) return refused;
    if (ids.some(id => !call.chain.book.order.includes(id))) return refuse('NOT_FOUND');
    const bad = isApproved ? undefined : await refuseTexts(call.openid, [why ?? '']);
    if (bad) return bad;
    const outcome = isApproved ? await approve(call, ids) : await decline(call, ids, why);
    if (!outcome.ok) return outcome;
    const reply = await chainReply(outcome.chain, call);
    return reply.ok ? done({ changed: outcome.decided.length, chain: reply.data.chain }) : reply;
  },
});
