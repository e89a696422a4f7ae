import * as v from 'valibot';
import type { RemovalReason } from '../../../typings/contract/batches';
import { removalReason } from '../batches/schema';
import { itemKind } from '../items/schema';
import { aggregateItems } from '../items/store';
import type { Query } from '../platform/database';
import { collection } from '../platform/database';
import type { Bucket, DayCount } from './rules';
import { BUCKETS, sumOf } from './rules';

const batches = collection('batches');

const TAGS_SHOWN = 10;
/** Batches whose restored items are counted, newest first: a year of a dozen a day. */
const BATCHES_MAX = 5000;

const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** Number of China's day that a field's instant lies in. */
const dayOf = (field: string): Query => ({ $floor: { $divide: [{ $add: [field, CHINA_MS] }, DAY_MS] } });

const dayCounts = v.array(
  v.object({ _id: v.object({ day: v.number(), kind: itemKind }), count: v.number() }),
);
const single = v.array(v.object({ count: v.number() }));

const toDayCounts = (found: v.InferOutput<typeof dayCounts>): DayCount[] =>
  found.map(({ _id, count }) => ({ ..._id, count }));

const foundBatches = v.object({
  removed: dayCounts,
  reasons: v.array(v.object({ _id: removalReason, count: v.number() })),
  newest: v.array(v.object({ _id: v.string() })),
});

export interface Removals {
  removed: DayCount[];
  /** Removed items by the reason given for their batch; a batch with two reasons counts for both. */
  reasons: { reason: RemovalReason; count: number }[];
  batchIds: string[];
}

/** What batches committed since `from` removed, by day of the commit: one request. */
export async function readRemovals(owner: string, from: number): Promise<Removals> {
  const sum = { $sum: '$removed' };
  const [row] = await batches.aggregate([
    { $match: { owner, committedAt: { $gte: from }, removed: { $gt: 0 } } },
    { $project: { kind: 1, committedAt: 1, removed: 1, reasons: 1 } },
    {
      $facet: {
        removed: [{ $group: { _id: { day: dayOf('$committedAt'), kind: '$kind' }, count: sum } }],
        reasons: [{ $unwind: '$reasons' }, { $group: { _id: '$reasons', count: sum } }],
        newest: [{ $sort: { committedAt: -1 } }, { $limit: BATCHES_MAX }, { $project: { _id: 1 } }],
      },
    },
  ]);
  const { removed, reasons, newest } = v.parse(foundBatches, row);
  return {
    removed: toDayCounts(removed),
    reasons: reasons.map(({ _id, count }) => ({ reason: _id, count })),
    batchIds: newest.map(({ _id }) => _id),
  };
}

/** Buckets of posts a week by the first condition that holds. */
const CONDITIONS: [bucket: Bucket, condition: Query][] = [
  ['unknown', { $lt: ['$frequencyRank', 0] }],
  ['0-1', { $lt: ['$frequencyRank', 1] }],
  ['1-3', { $lte: ['$frequencyRank', 3] }],
  ['3-7', { $lte: ['$frequencyRank', 7] }],
  ['7-14', { $lte: ['$frequencyRank', 14] }],
];

const bucketOf = CONDITIONS.reduceRight<unknown>(
  (otherwise, [bucket, condition]) => ({ $cond: [condition, bucket, otherwise] }),
  '14+' satisfies Bucket,
);

const foundItems = v.object({
  live: single,
  restored: single,
  untagged: single,
  tagged: single,
  tags: v.array(v.object({ _id: v.string(), count: v.number() })),
  added: dayCounts,
  frequency: v.array(v.object({ _id: v.picklist(BUCKETS), count: v.number() })),
});

export interface Standing {
  live: number;
  restored: number;
  added: DayCount[];
  tags: { shown: { tag: string; count: number }[]; rest: number; untagged: number };
  frequency: { bucket: Bucket; count: number }[];
}

/** What is there now, and how much of it the batches brought to the trash before it came back: one request. */
export async function readStanding(owner: string, from: number, batchIds: string[]): Promise<Standing> {
  const count = { count: { $sum: 1 } };
  const all = { $group: { _id: null, ...count } };
  const [row] = await aggregateItems({ owner, state: 'live' }, [
    {
      $facet: {
        live: [all],
        restored: [{ $match: { batchId: { $in: batchIds } } }, all],
        untagged: [{ $match: { tags: [] } }, all],
        tagged: [{ $unwind: '$tags' }, all],
        tags: [
          { $unwind: '$tags' },
          { $group: { _id: '$tags', ...count } },
          { $sort: { count: -1, _id: 1 } },
          { $limit: TAGS_SHOWN },
        ],
        added: [
          { $match: { addedAt: { $gte: from } } },
          { $group: { _id: { day: dayOf('$addedAt'), kind: '$kind' }, ...count } },
        ],
        frequency: [{ $match: { kind: 'follow' } }, { $group: { _id: bucketOf, ...count } }],
      },
    },
  ]);
  const { live, restored, untagged, tagged, tags, added, frequency } = v.parse(foundItems, row);
  const shown = tags.map(tag => ({ tag: tag._id, count: tag.count }));
  return {
    ...{ live: sumOf(live), restored: sumOf(restored), added: toDayCounts(added) },
    tags: { shown, rest: sumOf(tagged) - sumOf(shown), untagged: sumOf(untagged) },
    frequency: frequency.map(bucket => ({ bucket: bucket._id, count: bucket.count })),
  };
}
