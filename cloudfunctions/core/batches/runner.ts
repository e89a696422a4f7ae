import { REMOVAL_POLICY } from '../limits/policies';
import { nextMorning } from '../limits/rules';
import { takeQuota } from '../limits/store';
import { restoreItems } from '../trash/store';
import type { BatchDocument } from './document';
import { afterSlice, nextSlice } from './rules';
import { countHandled, findBatch, moveBatch, recordProgress, trashSlice } from './store';

/** A call works for this long and then answers how far it came; the next one goes on. Milliseconds. */
export const RUN_MS = 2000;

/**
 * Takes the quota for what comes next, as much as there is. The charge is named after batch and position: a
 * run after a crash finds it made and does not pay twice.
 */
async function charge(batch: BatchDocument, now: number): Promise<BatchDocument> {
  const { _id, owner, ids, position, plannedTo, total } = batch;
  const end = plannedTo > position ? plannedTo : total;
  const claim = { uid: owner, policy: REMOVAL_POLICY[batch.kind], now, chargeId: `${_id}:${position}` };
  let taken = await takeQuota({ ...claim, take: ids.slice(position, end) });
  // Less is left than was planned: take that. Whoever is faster leaves less still, until something or nothing is got.
  while (!taken.ok && taken.quota.remaining > 0) {
    taken = await takeQuota({ ...claim, take: ids.slice(position, position + taken.quota.remaining) });
  }
  return taken.ok ? { ...batch, chargedTo: position + taken.cost } : batch;
}

async function waitForMorning(batch: BatchDocument, now: number): Promise<BatchDocument | undefined> {
  const changes = { state: 'waiting' as const, resumeAt: nextMorning(now), touchedAt: now };
  return moveBatch(batch.owner, batch._id, ['running'], changes, { position: batch.position });
}

/** An undo came between the slice and its record: what was just removed goes back as well. */
async function keepUndone(batch: BatchDocument, ids: string[], now: number): Promise<void> {
  if (batch.undone) await restoreItems(batch.owner, ids, now);
}

/** One slice: charge if need be, one write for the items, one for the position. undefined: another was faster. */
async function step(batch: BatchDocument, now: number): Promise<BatchDocument | undefined> {
  const charged = batch.position < batch.chargedTo ? batch : await charge(batch, now);
  const ids = nextSlice(charged);
  if (ids.length === 0) return waitForMorning(charged, now);
  const moved = await trashSlice(charged, ids, now);
  // Fewer than all: some were protected or gone, or an earlier run had moved them before it was killed.
  const removed = moved === ids.length ? moved : await countHandled(charged, ids);
  const recorded = await recordProgress(charged, afterSlice(charged, ids.length, removed, now));
  if (recorded) await keepUndone(recorded, ids, now);
  return recorded;
}

/** Works through a running batch until it is final, waits, or time is up. Safe to run twice at once. */
export async function runBatch(batch: BatchDocument, runMs = RUN_MS): Promise<BatchDocument> {
  const deadline = Date.now() + runMs;
  let current = batch;
  while (current.state === 'running' && Date.now() < deadline) {
    const next = await step(current, Date.now());
    if (!next) return (await findBatch(batch.owner, batch._id)) ?? current;
    current = next;
  }
  return current;
}
