import type { BatchOutcome, BatchView } from '../../../typings/contract/batches';
import { isRestorable, RETENTION_MS } from '../items/rules';
import { nextMorning } from '../limits/rules';
import type { BatchDocument, ItemFate } from './document';

export const PREVIEW_MS = 10 * 60_000;
/** Ids a slice: one conditional write. */
export const SLICE_MAX = 500;
/** A running batch that nobody wrote for this long was killed. */
export const STALLED_MS = 60_000;

/** How many go at once and how many wait for later days. */
export function planOf(total: number, remaining: number): { now: number; later: number } {
  const now = Math.min(total, Math.max(0, remaining));
  return { now, later: total - now };
}

export const isExpired = (batch: BatchDocument, now: number): boolean => now >= batch.expiresAt;

/** The next ids to handle: at most one slice, and not beyond what is charged. */
export const nextSlice = ({ ids, position, chargedTo }: BatchDocument): string[] =>
  ids.slice(position, Math.min(position + SLICE_MAX, chargedTo));

export interface Progress {
  position: number;
  chargedTo: number;
  removed: number;
  left: number;
  touchedAt: number;
  undoUntil?: number;
  state: 'running' | 'waiting' | 'done';
  resumeAt?: number;
}

/** The batch after a slice of which `removed` were trashed; it waits for the next morning when the quota ends. */
export function afterSlice(batch: BatchDocument, handled: number, removed: number, now: number): Progress {
  const position = batch.position + handled;
  const isWaiting = position < batch.total && position >= batch.chargedTo;
  return {
    position,
    chargedTo: batch.chargedTo,
    removed: batch.removed + removed,
    left: batch.left + handled - removed,
    touchedAt: now,
    state: position >= batch.total ? 'done' : isWaiting ? 'waiting' : 'running',
    ...(removed > 0 && { undoUntil: now + RETENTION_MS }),
    ...(isWaiting && { resumeAt: nextMorning(now) }),
  };
}

const laterOf = ({ state, total, position, plannedTo }: BatchDocument): number => {
  if (state === 'waiting') return total - position;
  return state === 'running' || state === 'paused' ? total - Math.max(plannedTo, position) : 0;
};

export function batchView(batch: BatchDocument, now: number): BatchView {
  const {
    _id,
    kind,
    state,
    total,
    position,
    removed,
    left,
    committedAt,
    undone,
    undoUntil,
    resumeAt,
    reasons,
  } = batch;
  const isUndoable = removed > 0 && !undone && undoUntil !== undefined && isRestorable(undoUntil, now);
  return {
    ...{ batchId: _id, kind, state, total, handled: position, removed, left, later: laterOf(batch) },
    ...{ committedAt, undone },
    ...(state === 'waiting' && resumeAt !== undefined && { resumeAt }),
    ...(isUndoable && { undoUntil }),
    ...(reasons && { reasons }),
  };
}

/** What became of a handled item, read from the item as it is now; undefined when it exists no more. */
function handledOutcome(batch: BatchDocument, item: ItemFate | undefined, now: number): BatchOutcome {
  if (!item) return 'erased';
  const isOurs = item.batchId === batch._id;
  if (item.state === 'live') return isOurs ? 'restored' : 'left';
  if (isOurs) return isRestorable(item.purgeAt ?? 0, now) ? 'removed' : 'erased';
  // Another batch removed it: before this one came, or after it had been restored from this one.
  return (item.trashedAt ?? 0) > batch.committedAt ? 'restored' : 'left';
}

export function outcomeOf(
  batch: BatchDocument,
  index: number,
  item: ItemFate | undefined,
  now: number,
): BatchOutcome {
  if (index < batch.position) return handledOutcome(batch, item, now);
  return batch.state === 'cancelled' ? 'cancelled' : 'waiting';
}
