import type { Selection } from '../../../../typings/contract/batches';
import type { ItemKind } from '../../../../typings/contract/items';
import { BATCH_MAX, selection } from '../../batches/schema';
import { type CallFacts, defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, grouped, refuse } from '../../gateway/refusal';
import type { Query } from '../../platform/database';
import { roomFor, updatesFor } from '../many-changes';
import { liveQuery } from '../query';
import { itemKind, manyChanges } from '../schema';
import { changeItems, clausesOf, countQuery } from '../store';

/** The selection as conditions, and how many it has. */
async function chosen(
  kind: ItemKind,
  of: Selection,
  { uid, now }: CallFacts,
): Promise<{ clauses: Query[]; total: number }> {
  if ('ids' in of) return { clauses: [{ _id: { $in: of.ids } }], total: of.ids.length };
  const { filter, except = [] } = of;
  const clauses = await clausesOf(uid, kind, filter, now);
  if (except.length > 0) clauses.push({ _id: { $nin: except } });
  return { clauses, total: await countQuery(liveQuery(uid, kind, clauses)) };
}

/** One request for ids and one for the log, one more to count what matches a filter, one more when tags come and go at once. */
export const editMany = defineAction<'items.editMany'>({
  who: 'self',
  input: exactObject({ kind: itemKind, selection, changes: manyChanges }),
  logs: ({ changed: count }, { kind }) => (count > 0 ? { what: 'edited', kind, count } : undefined),
  run: async ({ kind, selection: of, changes }, call) => {
    const { clauses, total } = await chosen(kind, of, call);
    if (total > BATCH_MAX) {
      const message = `一次最多处理 ${grouped(BATCH_MAX)} 个，请缩小范围`;
      return refuse('TOO_LARGE', { message, max: BATCH_MAX });
    }
    const query = liveQuery(call.uid, kind, [...clauses, ...roomFor(changes)]);
    let changed = 0;
    for (const update of updatesFor(changes)) changed = await changeItems(query, update);
    return done({ changed, left: Math.max(0, total - changed) });
  },
});
