import * as v from 'valibot';
import type { ItemFacets, ItemKind, SilentDays } from '../../../typings/contract/items';
import type { Query } from '../platform/database';
import { NEVER_READ } from './document';
import { liveQuery } from './query';
import { FREQUENT_POSTS, silentSince, unopenedSince } from './rules';
import { aggregateItems } from './store';

const TAGS_MAX = 50;

/** The rank, because a missing field cannot be compared. */
const hasRead = { $lt: ['$readRank', NEVER_READ] };

type Condition = Query | string | boolean;

/** The conditions behind filter chips and suggestions, as expressions of an aggregate. */
export const conditionsOf = (now: number, days: SilentDays): Record<string, Condition> => ({
  silent: { $lte: ['$readRank', silentSince(now, days)] },
  unknown: { $not: [hasRead] },
  frequent: { $gt: ['$frequencyRank', FREQUENT_POSTS] },
  unopened: { $and: [{ $not: [hasRead] }, { $lte: ['$addedAt', unopenedSince(now)] }] },
  starred: '$starred',
  protected: '$protected',
  dead: '$dead',
});

export const sumIf = (...conditions: Condition[]): Query => ({
  $sum: { $cond: [{ $and: conditions }, 1, 0] },
});

const mapValues = <T, R>(
  record: Record<string, T>,
  change: (value: T, key: string) => R,
): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

const count = v.number();
const row = v.object({
  ...{ total: count, silent: count, unknown: count, frequent: count, unopened: count },
  ...{ starred: count, protected: count, dead: count },
  tags: v.array(v.object({ tag: v.nullish(v.string()), count })),
});

export type Facets = Omit<ItemFacets, 'matching'>;

const NOTHING: Facets = {
  ...{ total: 0, silent: 0, unknown: 0, frequent: 0, unopened: 0, starred: 0, protected: 0, dead: 0 },
  tags: [],
};

/**
 * Counts over all live items of a kind and its most used tags: one request. Items are unwound by tag; what is
 * counted once an item is counted at its first tag, or at the one row of an item without tags.
 */
export async function facetsOf(
  owner: string,
  kind: ItemKind,
  now: number,
  days: SilentDays,
): Promise<Facets> {
  const isFirst = { $in: [{ $ifNull: ['$place', 0] }, [0]] };
  const once = mapValues({ total: true, ...conditionsOf(now, days) }, condition => sumIf(isFirst, condition));
  const [found] = await aggregateItems(liveQuery(owner, kind, []), [
    { $unwind: { path: '$tags', includeArrayIndex: 'place', preserveNullAndEmptyArrays: true } },
    { $group: { _id: '$tags', count: { $sum: 1 }, ...once } },
    { $sort: { count: -1, _id: 1 } },
    {
      $group: {
        _id: null,
        ...mapValues(once, (_sum, key) => ({ $sum: `$${key}` })),
        tags: { $push: { tag: '$_id', count: '$count' } },
      },
    },
  ]);
  if (found === undefined) return NOTHING;
  const { tags, ...counts } = v.parse(row, found);
  const named = tags.flatMap(({ tag, count: uses }) => (tag ? [{ tag, count: uses }] : []));
  return { ...counts, tags: named.slice(0, TAGS_MAX) };
}
