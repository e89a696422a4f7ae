import * as v from 'valibot';
import type { DataOf } from '../../../../typings/contract/api';
import { commitBatch } from '../../batches/actions/commit-batch';
import { previewBatch } from '../../batches/actions/preview-batch';
import { type CallFacts, defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, type Outcome, refuse } from '../../gateway/refusal';
import { REMOVAL_POLICY } from '../../limits/policies';
import { quotaOf } from '../../limits/rules';
import { readLimits } from '../../limits/store';
import { type ItemDocument, itemView } from '../document';
import { keeperOf, mergedFields } from '../merging';
import { isRestorable } from '../rules';
import { itemId } from '../schema';
import { changeItem, findItem, findItems } from '../store';
import { mergeUpdate } from '../updates';

type Merged = DataOf<'items.merge'>;

const IDS_MAX = 100;
/** Edits of the kept item at the same moment: each is tried again on what the other left. */
const ATTEMPTS = 5;

const ids = v.pipe(
  v.array(itemId),
  v.maxLength(IDS_MAX),
  v.check(all => new Set(all).size >= 2 && new Set(all).size === all.length, 'different ids, two at least'),
);

/** Gives the kept item what the others have; undefined when it is gone or never left alone. */
async function takeOver(kept: ItemDocument, others: ItemDocument[]): Promise<ItemDocument | undefined> {
  let current: ItemDocument | undefined = kept;
  for (let attempt = 0; current?.state === 'live' && attempt < ATTEMPTS; attempt += 1) {
    const update = mergeUpdate(current, mergedFields(current, others));
    if (!update) return current;
    const changed = await changeItem(current.owner, current._id, { rev: current.rev }, update);
    if (changed) return changed;
    current = await findItem(kept.owner, kept._id);
  }
  return undefined;
}

/** A merge that was made before and whose reply was lost, or one that nothing can go of. */
function standing(kept: ItemDocument, items: ItemDocument[], now: number): Merged {
  const gone = items.filter(item => item.state === 'trashed' && isRestorable(item.purgeAt ?? 0, now));
  const [batchId, ...more] = new Set(gone.map(item => item.batchId));
  const left = items.filter(item => item.state === 'live').length - 1;
  return {
    ...{ item: itemView(kept, now), merged: gone.length, later: 0, left },
    ...(batchId !== undefined && more.length === 0 && { batchId }),
  };
}

/**
 * The list is frozen first: what cannot go is refused before anything changes. Then the kept item takes over, which
 * can be repeated, and only then do the others go. A crash in between leaves all of them in the list.
 */
async function merge(
  kept: ItemDocument,
  others: ItemDocument[],
  left: number,
  call: CallFacts,
): Promise<Outcome<Merged>> {
  const selection = { ids: others.map(item => item._id) };
  const preview = await previewBatch.run({ kind: kept.kind, selection }, call);
  if (!preview.ok) return preview;
  const { batchId, count } = preview.data;
  const item = await takeOver(kept, others);
  if (!item) return refuse('CONFLICT');
  const committed = await commitBatch.run({ batchId }, call);
  if (!committed.ok) return committed;
  const { removed, total, state } = committed.data;
  const later = state === 'done' ? 0 : total - committed.data.handled;
  const merged = {
    ...{ item: itemView(item, call.now), merged: removed, later },
    left: left + others.length - count + committed.data.left,
    batchId,
  };
  return done(merged, committed.quota);
}

export const mergeItems = defineAction<'items.merge'>({
  who: 'self',
  input: exactObject({ ids }),
  logs: ({ item, merged: count, batchId }) =>
    batchId === undefined ? undefined : { what: 'merged', kind: item.kind, count, key: batchId },
  run: async ({ ids: chosen }, call) => {
    const items = await findItems(call.uid, chosen);
    const live = items.filter(item => item.state === 'live');
    const kept = keeperOf(live);
    if (!kept) return refuse('NOT_FOUND');
    if (items.some(item => item.kind !== kept.kind))
      return refuse('BAD_INPUT', { path: 'ids', expected: 'items of one kind' });
    const others = live.filter(item => item !== kept && !item.protected);
    if (others.length === 0) {
      const limits = await readLimits(call.uid, call.now);
      return done(standing(kept, items, call.now), quotaOf(limits, REMOVAL_POLICY[kept.kind], call.now));
    }
    return merge(kept, others, live.length - others.length - 1, call);
  },
});
