import { defineChainAction } from '../../chains/gate';
import { chainId, paragraph } from '../../chains/schema';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { entryId } from '../schema';
import { staffEvent } from '../staff-event';
import { noteEntry } from '../store';
import { entryView } from '../views';

const NOTE_MAX = 200;

export const noteEntryAction = defineChainAction<'chains.note'>({
  who: 'volunteer',
  input: exactObject({ chainId, entryId, note: paragraph(NOTE_MAX) }),
  logs: () => ({ what: 'entries-handled', kind: 'chain', count: 1 }),
  run: async ({ chainId: chain, entryId: id, note }, call) => {
    if (!call.chain.book.order.includes(id)) return refuse('NOT_FOUND');
    const entry = await noteEntry(chain, id, note, staffEvent(call, 'noted'));
    return entry ? done({ entry: entryView(entry, call) }) : refuse('NOT_FOUND');
  },
});
