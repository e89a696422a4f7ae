import * as v from 'valibot';
import type { BatchState } from '../../../typings/contract/batches';
import type { ItemFilter, ItemKind } from '../../../typings/contract/items';
import { cursorAfter, liveQuery, placeAfter } from '../items/query';
import { RETENTION_MS } from '../items/rules';
import { clausesOf } from '../items/store';
import { parseLimits } from '../limits/document';
import type { LimitsState } from '../limits/rules';
import type { Query } from '../platform/database';
import { collection, READ_MAX } from '../platform/database';
import { restorable } from '../trash/store';
import type { BatchDocument } from './document';
import { parseBatch } from './document';
import type { Progress } from './rules';

const batches = collection('batches');
const items = collection('items');

/** Candidates: what a preview has to know of an item. */
const candidate = v.object({
  _id: v.string(),
  name: v.string(),
  targetType: v.string(),
  protected: v.boolean(),
  addedAt: v.number(),
});
export type Candidate = v.InferOutput<typeof candidate>;

const chunk = v.object({ rows: v.array(candidate), limits: v.array(v.unknown()) });

export interface Candidates {
  rows: Candidate[];
  limits: LimitsState;
}

/** Up to 1,001 candidates and the person's limits beside them: one request. undefined when nothing matches. */
async function readChunk(
  owner: string,
  query: Query,
  limit: number,
  now: number,
): Promise<Candidates | undefined> {
  const fields = {
    _id: '$_id',
    name: '$name',
    targetType: '$targetType',
    protected: '$protected',
    addedAt: '$addedAt',
  };
  const [found] = await items.aggregate([
    { $match: query },
    { $sort: { addedAt: -1, _id: -1 } },
    { $limit: limit },
    { $group: { _id: null, rows: { $push: fields } } },
    { $lookup: { from: 'limits', pipeline: [{ $match: { _id: owner } }], as: 'limits' } },
  ]);
  if (found === undefined) return undefined;
  const { rows, limits } = v.parse(chunk, found);
  return { rows, limits: parseLimits(limits[0], now) };
}

/** Live items of the kind among the ids, in list order: one request for each 1,000 ids. */
export async function candidatesAmong(
  owner: string,
  kind: ItemKind,
  ids: string[],
  now: number,
): Promise<Candidates | undefined> {
  const starts = Array.from({ length: Math.ceil(ids.length / READ_MAX) }, (_, index) => index * READ_MAX);
  const queries = starts.map(start =>
    liveQuery(owner, kind, [{ _id: { $in: ids.slice(start, start + READ_MAX) } }]),
  );
  const chunks = await Promise.all(queries.map(query => readChunk(owner, query, READ_MAX, now)));
  const found = chunks.filter(part => part !== undefined);
  const rows = found.flatMap(part => part.rows);
  const [first] = found;
  const byOrder = (a: Candidate, b: Candidate): number => b.addedAt - a.addedAt || (a._id < b._id ? 1 : -1);
  return first && { rows: found.length > 1 ? rows.sort(byOrder) : rows, limits: first.limits };
}

/** Live items that match a filter, at most `max` + 1: one request for each 1,000. */
export async function candidatesMatching(
  owner: string,
  kind: ItemKind,
  filter: ItemFilter,
  max: number,
  now: number,
): Promise<Candidates | undefined> {
  const clauses = await clausesOf(owner, kind, filter, now);
  const rows: Candidate[] = [];
  let limits: LimitsState | undefined;
  let query = liveQuery(owner, kind, clauses);
  while (rows.length <= max) {
    // One more than a full chunk tells whether another request is needed.
    const found = await readChunk(owner, query, READ_MAX + 1, now);
    if (!found) break;
    limits = found.limits;
    rows.push(...found.rows.slice(0, READ_MAX));
    const last = rows.at(-1);
    if (found.rows.length <= READ_MAX || !last) break;
    const place = placeAfter('recent', cursorAfter('recent', last));
    if (!place) break;
    query = { ...liveQuery(owner, kind, [...clauses, place.clause]), ...place.range };
  }
  return limits && { rows, limits };
}

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

/**
 * Moves one slice into the trash: one conditional write. Protected, gone and already handled items are left
 * alone; an item that this batch removed and its owner brought back keeps the batch's id and stays.
 */
export const trashSlice = (batch: BatchDocument, ids: string[], now: number): Promise<number> =>
  items.update(
    {
      _id: { $in: ids },
      owner: batch.owner,
      state: 'live',
      protected: { $ne: true },
      batchId: { $ne: batch._id },
    },
    {
      $set: { state: 'trashed', trashedAt: now, purgeAt: now + RETENTION_MS, batchId: batch._id },
      $unset: { platformDoneAt: '' },
    },
  );

/** How many of a slice this batch removed, by whichever run. */
export const countHandled = (batch: BatchDocument, ids: string[]): Promise<number> =>
  items.count({ _id: { $in: ids }, owner: batch.owner, batchId: batch._id });

/** Batches a timer has to go on with: due ones that wait, and running ones whose instance was killed. */
export async function findDue(now: number, stalledSince: number, limit: number): Promise<BatchDocument[]> {
  const waiting = await batches.find(
    { state: 'waiting', resumeAt: { $lte: now } },
    { sort: [['resumeAt', 1]], limit },
  );
  const stalled = await batches.find(
    { state: 'running', touchedAt: { $lt: stalledSince } },
    { sort: [['touchedAt', 1]], limit },
  );
  return [...waiting, ...stalled].slice(0, limit).map(parseBatch);
}

/** Drops previews an hour after they expired and final batches a day after nothing can be undone. */
export async function dropOldBatches(now: number): Promise<number> {
  const hour = 3_600_000;
  const previews = await batches.remove({ state: 'frozen', expiresAt: { $lte: now - hour } });
  const old = { state: { $in: ['done', 'cancelled'] }, touchedAt: { $lte: now - RETENTION_MS - 24 * hour } };
  return previews + (await batches.remove(old));
}
