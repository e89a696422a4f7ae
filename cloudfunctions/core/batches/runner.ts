import type { Quota } from '../../../typings/contract/errors';
import { anchorLikes } from '../contents/store';
import { REMOVAL_POLICY } from '../limits/policies';
import { nextMorning } from '../limits/rules';
import type { Taken } from '../limits/store';
import { countLikes, takeQuota } from '../limits/store';
import { reviewUnlikes } from '../review/reviewing';
import { restoreItems } from '../trash/store';
import type { BatchDocument } from './document';
import { afterSlice, nextSlice, SLICE_MAX } from './rules';
import { countHandled, findBatch, findFates, moveBatch, recordProgress, trashSlice } from './store';

/** A call works for this long and then answers how far it came; the next one goes on. Milliseconds. */
export const RUN_MS = 2000;

/** A batch as far as it came; `quota` when something was taken from the limit or nothing was left of it. */
export interface Run {
  batch: BatchDocument;
  quota?: Quota;
}

/** What the preview saw that the first charge has to begin; it saves the attempt that would find out. */
async function beginning({ begins, position, kind, owner }: BatchDocument) {
  if (begins === undefined || position > 0) return {};
  return {
    isFirst: begins === 'document',
    ...(kind === 'like' && { likesNow: await countLikes(owner) }),
  };
}

/**
 * Takes the quota for what comes next, as much as there is. The charge is named after batch and position: a
 * run after a crash finds it made and does not pay twice.
 */
async function take(batch: BatchDocument, now: number): Promise<Taken> {
  const { _id, owner, ids, position, plannedTo, total } = batch;
  const end = plannedTo > position ? plannedTo : total;
  const claim = { uid: owner, policy: REMOVAL_POLICY[batch.kind], now, chargeId: `${_id}:${position}` };
  let taken = await takeQuota({ ...claim, ...(await beginning(batch)), take: ids.slice(position, end) });
  // Less is left than was planned: take that. Whoever is faster leaves less still, until something or nothing is got.
  while (!taken.ok && taken.quota.remaining > 0) {
    taken = await takeQuota({ ...claim, take: ids.slice(position, position + taken.quota.remaining) });
  }
  return taken;
}

/** What cancelled likes bring about is written before they are moved: a run after a crash meets it again. */
async function charge(batch: BatchDocument, now: number): Promise<Run> {
  const taken = await take(batch, now);
  if (!taken.ok) return { batch, quota: taken.quota };
  const quota = batch.kind === 'like' ? await reviewUnlikes(batch.owner, taken.state, now) : taken.quota;
  return { batch: { ...batch, chargedTo: batch.position + taken.cost }, quota };
}

async function waitForMorning(batch: BatchDocument, now: number): Promise<BatchDocument | undefined> {
  const changes = { state: 'waiting' as const, resumeAt: nextMorning(now), touchedAt: now };
  return moveBatch(batch.owner, batch._id, ['running'], changes, { position: batch.position });
}

/** An undo came between the slice and its record: what was just removed goes back as well. */
async function keepUndone(batch: BatchDocument, ids: string[], now: number): Promise<void> {
  if (batch.undone) await restoreItems(batch.owner, ids, now);
}

/** One write for the items, one for the position; likes are anchored before. undefined: another was faster. */
async function runSlice(batch: BatchDocument, now: number): Promise<BatchDocument | undefined> {
  const ids = nextSlice(batch);
  if (ids.length === 0) return waitForMorning(batch, now);
  if (batch.kind === 'like') await anchorLikes(batch, ids, now);
  const moved = await trashSlice(batch, ids, now);
  // Fewer than all: some were protected or gone, or an earlier run had moved them before it was killed.
  const removed = moved === ids.length ? moved : await countHandled(batch, ids);
  const recorded = await recordProgress(batch, afterSlice(batch, ids.length, removed, now));
  if (recorded) await keepUndone(recorded, ids, now);
  return recorded;
}

/**
 * Writes down a slice that a killed run moved and did not record: nobody goes on with a batch that was stopped. Whoever
 * still runs writes the same, and the first of the two counts.
 */
export async function writeDownLost(batch: BatchDocument, now: number): Promise<BatchDocument> {
  const ids = batch.ids.slice(batch.position, batch.position + SLICE_MAX);
  const items = await findFates(batch.owner, ids);
  const moved = new Set(items.filter(item => item.batchId === batch._id).map(item => item._id));
  const handled = Math.max(0, ...ids.map((id, index) => (moved.has(id) ? index + 1 : 0)));
  if (handled === 0) return batch;
  return (await recordProgress(batch, afterSlice(batch, handled, moved.size, now))) ?? batch;
}

/** Works through a running batch until it is final, waits, or time is up. Safe to run twice at once. */
export async function runBatch(batch: BatchDocument, runMs = RUN_MS): Promise<Run> {
  const deadline = Date.now() + runMs;
  let run: Run = { batch };
  while (run.batch.state === 'running' && Date.now() < deadline) {
    const now = Date.now();
    if (run.batch.position >= run.batch.chargedTo) run = { ...run, ...(await charge(run.batch, now)) };
    const next = await runSlice(run.batch, now);
    if (!next) return { ...run, batch: (await findBatch(batch.owner, batch._id)) ?? run.batch };
    run = { ...run, batch: next };
  }
  return run;
}
