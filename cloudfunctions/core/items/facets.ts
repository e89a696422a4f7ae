import * as v from 'valibot';
import type { ItemFacets, ItemKind, SilentDays, TargetType } from '../../../typings/contract/items';
import type { Query } from '../platform/database';
import { NEVER_READ } from './document';
import { liveQuery } from './query';
import { FREQUENT_POSTS, silentSince, unopenedSince } from './rules';
import { targetType } from './schema';
import { aggregateItems } from './store';

/** Tags, folders and labels shown of each. */
const VALUES_MAX = 50;

/** The rank, because a missing field cannot be compared. */
const isUnread = { $gte: ['$readRank', NEVER_READ] };

/**
 * The conditions behind filter chips and suggestions, as an aggregate computes them. Items are grouped by all of them at
 * once and the few groups are added up afterwards: a tenth of the work of one conditional sum for each.
 */
export const flagsOf = (now: number, days: SilentDays) => ({
  silent: { $lte: ['$readRank', silentSince(now, days)] },
  unknown: isUnread,
  frequent: { $gt: ['$frequencyRank', FREQUENT_POSTS] },
  unopened: { $and: [isUnread, { $lte: ['$addedAt', unopenedSince(now)] }] },
  starred: '$starred',
  protected: '$protected',
  dead: '$dead',
  adverts: { $in: ['advert-heavy', '$marks'] },
  outdated: { $in: ['outdated', '$marks'] },
});

/** How many items one group stands for, and which flags they have. */
export interface FlagGroup {
  _id: Record<string, unknown>;
  count: number;
}

export const countAll = (groups: FlagGroup[]): number => groups.reduce((sum, { count }) => sum + count, 0);

export const countWith = (groups: FlagGroup[], flag: string): number =>
  countAll(groups.filter(({ _id }) => _id[flag] === true));

const values = v.array(v.object({ _id: v.string(), count: v.number() }));

const found = v.object({
  groups: v.array(v.object({ _id: v.objectWithRest({ type: targetType }, v.boolean()), count: v.number() })),
  tags: values,
  folders: values,
  labels: values,
  duplicates: v.array(v.object({ count: v.number() })),
});

const grouped = (id: unknown): Query => ({ $group: { _id: id, count: { $sum: 1 } } });

const mostUsed = (field: string): Query[] => [
  grouped(`$${field}`),
  { $match: { _id: { $ne: null } } },
  { $sort: { count: -1, _id: 1 } },
  { $limit: VALUES_MAX },
];

/** Items whose name another one of their group has; `id`: what makes a group. */
export const sameNames = (id: unknown): Query[] => [grouped(id), { $match: { count: { $gt: 1 } } }];

function countTypes(groups: FlagGroup[]): ItemFacets['types'] {
  const types: Partial<Record<TargetType, number>> = {};
  for (const { _id, count } of groups) {
    const type = _id['type'] as TargetType;
    types[type] = (types[type] ?? 0) + count;
  }
  return types;
}

/** Counts over all live items of a kind, its most used tags, folders and labels: one request. */
export async function facetsOf(
  owner: string,
  kind: ItemKind,
  now: number,
  days: SilentDays,
): Promise<Omit<ItemFacets, 'matching'>> {
  const [row] = await aggregateItems(liveQuery(owner, kind, []), [
    {
      $facet: {
        groups: [grouped({ ...flagsOf(now, days), type: '$targetType' })],
        tags: [{ $unwind: '$tags' }, ...mostUsed('tags')],
        folders: mostUsed('folder'),
        labels: mostUsed('label'),
        duplicates: [...sameNames('$sameKey'), { $group: { _id: null, count: { $sum: '$count' } } }],
      },
    },
  ]);
  const { groups, tags, folders, labels, duplicates } = v.parse(found, row);
  const countOf = (flag: keyof ReturnType<typeof flagsOf>): number => countWith(groups, flag);
  return {
    ...{ total: countAll(groups), silent: countOf('silent'), unknown: countOf('unknown') },
    ...{ frequent: countOf('frequent'), unopened: countOf('unopened'), starred: countOf('starred') },
    ...{ protected: countOf('protected'), dead: countOf('dead'), duplicate: duplicates[0]?.count ?? 0 },
    marks: { 'advert-heavy': countOf('adverts'), outdated: countOf('outdated') },
    types: countTypes(groups),
    tags: tags.map(({ _id, count }) => ({ tag: _id, count })),
    folders: folders.map(({ _id, count }) => ({ folder: _id, count })),
    labels: labels.map(({ _id, count }) => ({ label: _id, count })),
  };
}
