import * as v from 'valibot';
import type { BatchState } from '../../../typings/contract/batches';
import { RETENTION_MS } from '../items/rules';
import { LOCK_MS } from '../limits/content-lock';
import { limitOf } from '../limits/policies';
import type { Query } from '../platform/database';
import { collection } from '../platform/database';
import { restorable } from '../trash/store';
import type { BatchDocument, ItemFate } from './document';
import { itemFate, parseBatch } from './document';
import type { Progress } from './rules';

const batches = collection('batches');
const items = collection('items');

export const insertBatch = (batch: BatchDocument): Promise<boolean> => batches.insert(batch);

export async function findBatch(owner: string, id: string): Promise<BatchDocument | undefined> {
  const [document] = await batches.find({ _id: id, owner }, { limit: 1 });
  return document === undefined ? undefined : parseBatch(document);
}

const listed = v.object({
  batches: v.array(v.unknown()),
  trashed: v.array(v.object({ _id: v.string(), count: v.number() })),
});

/** A batch without its ids, and how many of it are in the trash now. */
export interface ListedBatch {
  batch: BatchDocument;
  restorable: number;
}

/** Committed in the last 72 h, newest first, ≤ 50: one request. */
export async function listBatches(owner: string, now: number): Promise<ListedBatch[]> {
  const [found] = await batches.aggregate([
    { $match: { owner, committedAt: { $gt: now - RETENTION_MS }, state: { $ne: 'frozen' } } },
    { $sort: { committedAt: -1 } },
    { $limit: 50 },
    { $project: { ids: 0 } },
    { $group: { _id: null, batches: { $push: '$$ROOT' } } },
    {
      $lookup: {
        from: 'items',
        pipeline: [{ $match: restorable(owner, now) }, { $group: { _id: '$batchId', count: { $sum: 1 } } }],
        as: 'trashed',
      },
    },
  ]);
  if (found === undefined) return [];
  const { batches: documents, trashed } = v.parse(listed, found);
  const counts = new Map(trashed.map(({ _id, count }) => [_id, count]));
  return documents.map(parseBatch).map(batch => ({ batch, restorable: counts.get(batch._id) ?? 0 }));
}

/** Compare-and-set: changes the batch if it is in one of the states; undefined when it is not. */
export async function moveBatch(
  owner: string,
  id: string,
  from: BatchState[],
  changes: Partial<BatchDocument>,
  condition: Query = {},
): Promise<BatchDocument | undefined> {
  const query = { _id: id, owner, state: { $in: from }, ...condition };
  const document = await batches.updateOne(query, { $set: changes });
  return document === undefined ? undefined : parseBatch(document);
}

/**
 * Writes down a slice, if nobody else did. A batch that was paused or cancelled meanwhile keeps its state,
 * save that with nothing left it is done. undefined when another runner was faster.
 */
export async function recordProgress(
  batch: BatchDocument,
  progress: Progress,
): Promise<BatchDocument | undefined> {
  const at = { position: batch.position };
  const moved = await moveBatch(batch.owner, batch._id, ['running'], progress, at);
  if (moved) return moved;
  const { state, resumeAt: _, ...counts } = progress;
  const changes = state === 'done' ? { ...counts, state } : counts;
  return moveBatch(batch.owner, batch._id, ['paused', 'cancelled'], changes, at);
}

/** A like that was cancelled too often is left alone while it is locked; every cancel counts, ever. */
function unlikeParts({ kind, grade }: BatchDocument, now: number): { match: Query; set: Query; inc: Query } {
  if (kind !== 'like') return { match: {}, set: {}, inc: {} };
  const max = limitOf('unlike.same-content', grade);
  const isOpen = [
    { 'cancels.count': { $not: { $gte: max } } },
    { 'cancels.lastAt': { $not: { $gt: now - LOCK_MS } } },
  ];
  return {
    match: { $or: isOpen },
    set: { 'cancels.lastAt': now, 'cancels.max': max },
    inc: { 'cancels.count': 1 },
  };
}

/**
 * Moves one slice into the trash: one conditional write. Protected, locked, gone and already handled items are left
 * alone; an item that this batch removed and its owner brought back keeps the batch's id and stays.
 */
export function trashSlice(batch: BatchDocument, ids: string[], now: number): Promise<number> {
  const { match, set, inc } = unlikeParts(batch, now);
  const condition = { state: 'live', protected: { $ne: true }, batchId: { $ne: batch._id } };
  const trashed = { state: 'trashed', trashedAt: now, purgeAt: now + RETENTION_MS, batchId: batch._id };
  return items.update(
    { _id: { $in: ids }, owner: batch.owner, ...condition, ...match },
    {
      $set: { ...trashed, ...set },
      $unset: { platformDoneAt: '' },
      ...(Object.keys(inc).length > 0 && { $inc: inc }),
    },
  );
}

const FATE_FIELDS = Object.fromEntries(Object.keys(itemFate.entries).map(field => [field, true]));

/** What became of the items of a batch, ≤ 1,000 at once. */
export async function findFates(owner: string, ids: string[]): Promise<ItemFate[]> {
  if (ids.length === 0) return [];
  const found = await items.find({ _id: { $in: ids }, owner }, { fields: FATE_FIELDS });
  return found.map(item => v.parse(itemFate, item));
}

/** How many of a slice this batch removed, by whichever run. */
export const countHandled = (batch: BatchDocument, ids: string[]): Promise<number> =>
  items.count({ _id: { $in: ids }, owner: batch.owner, batchId: batch._id });

/** Fifty long lists of ids, which all become due at 09:00, would be more than the 1 MB of a reply. */
const WITHOUT_IDS = { ids: false };

/** Batches a timer has to go on with, without their ids: due ones that wait, and running ones whose instance was killed. */
export async function findDue(now: number, stalledSince: number, limit: number): Promise<BatchDocument[]> {
  const waiting = await batches.find(
    { state: 'waiting', resumeAt: { $lte: now } },
    { sort: [['resumeAt', 1]], limit, fields: WITHOUT_IDS },
  );
  const stalled = await batches.find(
    { state: 'running', touchedAt: { $lt: stalledSince } },
    { sort: [['touchedAt', 1]], limit, fields: WITHOUT_IDS },
  );
  return [...waiting, ...stalled].slice(0, limit).map(parseBatch);
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Reports look a year back; what a batch counted and why is kept a little longer. */
const SUMMARY_MS = 400 * DAY_MS;

/**
 * Drops previews an hour after they expired, the lists of final batches a day after nothing can be undone, and final
 * batches after 400 days.
 */
export async function dropOldBatches(now: number): Promise<number> {
  const previews = await batches.remove({ state: 'frozen', expiresAt: { $lte: now - HOUR_MS } });
  const isFinal = { state: { $in: ['done', 'cancelled'] } };
  const over = now - RETENTION_MS - DAY_MS;
  // A week's range keeps the search short however many summaries there are.
  const listed = {
    ...isFinal,
    touchedAt: { $lte: over, $gt: over - 7 * DAY_MS },
    'ids.0': { $exists: true },
  };
  const emptied = await batches.update(listed, { $set: { ids: [] } });
  const old = await batches.remove({ ...isFinal, touchedAt: { $lte: now - SUMMARY_MS } });
  return previews + emptied + old;
}
