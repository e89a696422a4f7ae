import * as v from 'valibot';
import { aggregateItems } from '../items/store';
import { shortHash } from '../platform/crypto';
import { collection, insertMissing } from '../platform/database';
import { type LikeGroup, SPAN_MS } from './rules';

/**
 * What was ever counted of a content, under its key. `_id` is the key itself where it is kept, and the name of a
 * cancel where it is an anchor: what was counted before that cancel, until the janitor folds it in.
 */
const contents = collection('contents');

/** Anchors folded with one read and one removal. */
const FOLDED_AT_ONCE = 100;

const likeCount = v.object({ _id: v.string(), count: v.number() });

interface Slice {
  _id: string;
  owner: string;
  position: number;
}

/**
 * Writes down how many live likes each content of a slice has, before the slice is moved: two requests. The anchors'
 * names are those of the slice, so a run after a crash meets its own and counts nothing twice.
 */
export async function anchorLikes(batch: Slice, ids: string[], now: number): Promise<void> {
  const { owner } = batch;
  const found = await aggregateItems(
    { _id: { $in: ids }, owner, state: 'live', contentKey: { $exists: true } },
    [
      { $group: { _id: '$contentKey' } },
      { $lookup: { from: 'items', localField: '_id', foreignField: 'contentKey', as: 'like' } },
      { $unwind: '$like' },
      { $match: { 'like.state': 'live' } },
      { $group: { _id: '$_id', count: { $sum: 1 } } },
    ],
  );
  const anchors = found.map(row => {
    const { _id: contentKey, count } = v.parse(likeCount, row);
    const id = shortHash('anchor', batch._id, String(batch.position), contentKey);
    return { _id: id, contentKey, peak: count, anchoredAt: now };
  });
  await insertMissing(contents, anchors);
}

const peakDocument = v.object({ _id: v.string(), contentKey: v.string(), peak: v.number() });

/** Raises what is kept of a content; the first time it is inserted. Repeating it changes nothing. */
async function raisePeak(contentKey: string, peak: number): Promise<void> {
  const raise = () => contents.updateOne({ _id: contentKey }, { $max: { peak } });
  if (await raise()) return;
  if (!(await contents.insert({ _id: contentKey, contentKey, peak }))) await raise();
}

/** Folds anchors into their contents until none is left or time is up; how many. */
export async function foldAnchors(now: number, deadline: number): Promise<number> {
  let folded = 0;
  while (Date.now() < deadline) {
    const sort: [string, 1][] = [['anchoredAt', 1]];
    const found = await contents.find({ anchoredAt: { $lte: now } }, { sort, limit: FOLDED_AT_ONCE });
    const anchors = found.map(anchor => v.parse(peakDocument, anchor));
    const peaks = new Map<string, number>();
    for (const { contentKey, peak } of anchors)
      peaks.set(contentKey, Math.max(peak, peaks.get(contentKey) ?? 0));
    for (const [contentKey, peak] of peaks) await raisePeak(contentKey, peak);
    if (anchors.length > 0) folded += await contents.remove({ _id: { $in: anchors.map(({ _id }) => _id) } });
    if (anchors.length < FOLDED_AT_ONCE) break;
  }
  return folded;
}

/** The highest count ever written down, folded or not: one request. */
export async function readPeak(contentKey: string): Promise<number> {
  const [found] = await contents.aggregate([
    { $match: { contentKey } },
    { $group: { _id: null, peak: { $max: '$peak' } } },
  ]);
  return found === undefined ? 0 : v.parse(v.object({ peak: v.number() }), found).peak;
}

const groupRow = v.object({
  _id: v.object({ isSlow: v.boolean(), span: v.nullish(v.number()) }),
  count: v.number(),
});

/** Likes of a content by all persons, those in the trash by when they were cancelled: one request. */
export async function readLikes(contentKey: string, slow: string[], now: number): Promise<LikeGroup[]> {
  const match = { contentKey, $or: [{ state: 'live' }, { state: 'trashed', purgeAt: { $gt: now } }] };
  const span = { $floor: { $divide: ['$trashedAt', SPAN_MS] } };
  const key = {
    isSlow: { $in: ['$owner', slow] },
    span: { $cond: [{ $eq: ['$state', 'live'] }, null, span] },
  };
  const found = await aggregateItems(match, [{ $group: { _id: key, count: { $sum: 1 } } }]);
  return found.map(row => {
    const { _id, count } = v.parse(groupRow, row);
    const { isSlow, span: at } = _id;
    return typeof at === 'number' ? { count, isSlow, span: at } : { count, isSlow };
  });
}
