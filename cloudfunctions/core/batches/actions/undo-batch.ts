import { defineAction } from '../../gateway/action';
import { done, refuse } from '../../gateway/refusal';
import { REMOVAL_POLICY } from '../../limits/policies';
import { quotaOf } from '../../limits/rules';
import { refundQuota } from '../../limits/store';
import { READ_MAX } from '../../platform/database';
import { restoreItems } from '../../trash/store';
import type { BatchDocument } from '../document';
import { batchView, outcomeOf } from '../rules';
import { batchInput } from '../schema';
import { findFates, moveBatch } from '../store';

interface Undone {
  restored: number;
  gone: number;
  /** All that is back in the list, by this call or by one whose reply was lost. */
  back: string[];
}

async function undoChunk(batch: BatchDocument, start: number, now: number): Promise<Undone> {
  const ids = batch.ids.slice(start, start + READ_MAX);
  const items = new Map((await findFates(batch.owner, ids)).map(item => [item._id, item]));
  // Beyond the recorded position too: a killed run may have moved a slice that it never wrote down.
  const handled = { ...batch, position: batch.ids.length };
  const removed = ids.filter(
    (id, index) => outcomeOf(handled, start + index, items.get(id), now) === 'removed',
  );
  const erased = ids.filter((id, index) => outcomeOf(batch, start + index, items.get(id), now) === 'erased');
  const restored = removed.length === 0 ? 0 : await restoreItems(batch.owner, removed, now);
  const isBack = (id: string): boolean =>
    items.get(id)?.state === 'live' && items.get(id)?.batchId === batch._id;
  return {
    ...{ restored, gone: erased.length + removed.length - restored },
    back: [...removed.slice(0, restored), ...ids.filter(isBack)],
  };
}

/** Restores what the batch removed and still can be, a chunk at a time; a second undo goes on. */
async function undoAll(batch: BatchDocument, now: number): Promise<Undone> {
  const all: Undone = { restored: 0, gone: 0, back: [] };
  for (let start = 0; start < batch.ids.length; start += READ_MAX) {
    const { restored, gone, back } = await undoChunk(batch, start, now);
    all.restored += restored;
    all.gone += gone;
    all.back.push(...back);
  }
  return all;
}

/** What has not run yet never will. */
async function markUndone(owner: string, id: string, now: number): Promise<BatchDocument | undefined> {
  const changes = { undone: true, touchedAt: now };
  const stopped = await moveBatch(owner, id, ['running', 'paused', 'waiting'], {
    ...changes,
    state: 'cancelled',
  });
  return stopped ?? moveBatch(owner, id, ['done', 'cancelled'], changes);
}

/** Not limited by `restore`; gives back what the removal took from its limit. */
export const undoBatch = defineAction<'batches.undo'>({
  who: 'self',
  input: batchInput,
  logs: ({ restored: count, batch }) => (count > 0 ? { what: 'undone', kind: batch.kind, count } : undefined),
  run: async ({ batchId }, { uid, now }) => {
    const batch = await markUndone(uid, batchId, now);
    if (!batch) return refuse('NOT_FOUND');
    const { restored, gone, back } = await undoAll(batch, now);
    const limits = await refundQuota(uid, back, batch.kind === 'like' ? back : [], now);
    const quota = quotaOf(limits, REMOVAL_POLICY[batch.kind], now);
    return done({ restored, gone, batch: batchView(batch, now) }, quota);
  },
});
