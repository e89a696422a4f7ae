import * as v from 'valibot';
import type { RemovalReason } from '../../../typings/contract/batches';
import { removalReason } from '../batches/schema';
import { itemKind } from '../items/schema';
import { aggregateItems } from '../items/store';
import type { Query } from '../platform/database';
import { collection } from '../platform/database';
import type { Bucket, StepCount } from './rules';
import { BUCKETS, sumOf } from './rules';

const batches = collection('batches');

const TAGS_SHOWN = 10;
/** Batches whose restored items are counted, newest first: a year of a dozen a day. */
const BATCHES_MAX = 5000;

/** Index of the step that a field's instant lies in, by comparisons alone: the cheapest thing a database computes. */
const stepOf = (field: string, starts: number[]): unknown =>
  starts
    .slice(1)
    .reduceRight<unknown>(
      (later, start, index) => ({ $cond: [{ $lt: [field, start] }, index, later] }),
      starts.length - 1,
    );

const since = (field: string, [first = 0]: number[]): Query => ({ [field]: { $gte: first } });

const stepCounts = v.array(
  v.object({ _id: v.object({ step: v.number(), kind: itemKind }), count: v.number() }),
);
const single = v.array(v.object({ count: v.number() }));

const toStepCounts = (found: v.InferOutput<typeof stepCounts>): StepCount[] =>
  found.map(({ _id, count }) => ({ ..._id, count }));

const foundBatches = v.object({
  removed: stepCounts,
  reasons: v.array(v.object({ _id: removalReason, count: v.number() })),
  newest: v.array(v.object({ _id: v.string() })),
});

export interface Removals {
  removed: StepCount[];
  /** Removed items by the reason given for their batch; a batch with two reasons counts for both. */
  reasons: { reason: RemovalReason; count: number }[];
  batchIds: string[];
}

/** What batches removed, by the step of their commit: one request. `starts`: of the steps, epoch ms. */
export async function readRemovals(owner: string, starts: number[]): Promise<Removals> {
  const sum = { $sum: '$removed' };
  const [row] = await batches.aggregate([
    { $match: { owner, ...since('committedAt', starts), removed: { $gt: 0 } } },
    { $project: { kind: 1, committedAt: 1, removed: 1, reasons: 1 } },
    {
      $facet: {
        removed: [{ $group: { _id: { step: stepOf('$committedAt', starts), kind: '$kind' }, count: sum } }],
        reasons: [{ $unwind: '$reasons' }, { $group: { _id: '$reasons', count: sum } }],
        newest: [{ $sort: { committedAt: -1 } }, { $limit: BATCHES_MAX }, { $project: { _id: 1 } }],
      },
    },
  ]);
  const { removed, reasons, newest } = v.parse(foundBatches, row);
  return {
    removed: toStepCounts(removed),
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
  added: stepCounts,
  frequency: v.array(v.object({ _id: v.picklist(BUCKETS), count: v.number() })),
});

export interface Standing {
  live: number;
  restored: number;
  added: StepCount[];
  tags: { shown: { tag: string; count: number }[]; rest: number; untagged: number };
  frequency: { bucket: Bucket; count: number }[];
}

/** What is there now, and how much of it the batches brought to the trash before it came back: one request. */
export async function readStanding(owner: string, starts: number[], batchIds: string[]): Promise<Standing> {
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
          { $match: since('addedAt', starts) },
          { $group: { _id: { step: stepOf('$addedAt', starts), kind: '$kind' }, ...count } },
        ],
        frequency: [{ $match: { kind: 'follow' } }, { $group: { _id: bucketOf, ...count } }],
      },
    },
  ]);
  const { live, restored, untagged, tagged, tags, added, frequency } = v.parse(foundItems, row);
  const shown = tags.map(tag => ({ tag: tag._id, count: tag.count }));
  return {
    ...{ live: sumOf(live), restored: sumOf(restored), added: toStepCounts(added) },
    tags: { shown, rest: sumOf(tagged) - sumOf(shown), untagged: sumOf(untagged) },
    frequency: frequency.map(bucket => ({ bucket: bucket._id, count: bucket.count })),
  };
}
