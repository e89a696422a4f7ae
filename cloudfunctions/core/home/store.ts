import * as v from 'valibot';
import type { ItemKind, SilentDays } from '../../../typings/contract/items';
import { NEVER_READ } from '../items/document';
import { countAll, countWith, flagsOf, sameNames } from '../items/facets';
import { itemKind } from '../items/schema';
import { aggregateItems } from '../items/store';
import type { KindCounts } from './rules';

const flag = v.boolean();
const groupRow = v.object({
  _id: v.object({
    kind: itemKind,
    isLive: flag,
    ...{ silent: flag, frequent: flag, unopened: flag, dead: flag, adverts: flag, outdated: flag },
  }),
  count: v.number(),
  oldest: v.number(),
  soonest: v.nullish(v.number()),
});
type GroupRow = v.InferOutput<typeof groupRow>;

const duplicateRow = v.object({ _id: itemKind, count: v.number() });
type DuplicateRow = v.InferOutput<typeof duplicateRow>;

const found = v.object({ groups: v.array(groupRow), duplicates: v.array(duplicateRow) });

export interface HomeCounts {
  counts: Record<ItemKind | 'trash', number>;
  soonestPurgeAt?: number;
  kinds: KindCounts[];
}

function kindCounts(kind: ItemKind, live: GroupRow[], duplicates: DuplicateRow[]): KindCounts {
  const rows = live.filter(({ _id }) => _id.kind === kind);
  const countOf = (name: keyof GroupRow['_id']): number => countWith(rows, name);
  const oldest = Math.min(NEVER_READ, ...rows.map(row => row.oldest));
  return {
    ...{ kind, total: countAll(rows) },
    reasons: {
      ...{ silent: countOf('silent'), frequent: countOf('frequent'), unopened: countOf('unopened') },
      duplicate: duplicates.find(({ _id }) => _id === kind)?.count ?? 0,
      ...{ dead: countOf('dead'), 'advert-heavy': countOf('adverts'), outdated: countOf('outdated') },
    },
    ...(oldest < NEVER_READ && { oldestReadAt: oldest }),
  };
}

/** Everything the home page counts, live and restorable items alike: one request. */
export async function countHome(owner: string, now: number, days: SilentDays): Promise<HomeCounts> {
  const { silent, frequent, unopened, dead, adverts, outdated } = flagsOf(now, days);
  const flags = { silent, frequent, unopened, dead, adverts, outdated };
  const match = { owner, $or: [{ state: 'live' }, { state: 'trashed', purgeAt: { $gt: now } }] };
  const [row] = await aggregateItems(match, [
    {
      $facet: {
        groups: [
          {
            $group: {
              _id: { kind: '$kind', isLive: { $eq: ['$state', 'live'] }, ...flags },
              count: { $sum: 1 },
              oldest: { $min: '$readRank' },
              soonest: { $min: '$purgeAt' },
            },
          },
        ],
        duplicates: [
          { $match: { state: 'live' } },
          ...sameNames({ kind: '$kind', sameKey: '$sameKey' }),
          { $group: { _id: '$_id.kind', count: { $sum: '$count' } } },
        ],
      },
    },
  ]);
  const { groups, duplicates } = v.parse(found, row);
  const live = groups.filter(({ _id }) => _id.isLive);
  const trashed = groups.filter(({ _id }) => !_id.isLive);
  const follow = kindCounts('follow', live, duplicates);
  const like = kindCounts('like', live, duplicates);
  const favorite = kindCounts('favorite', live, duplicates);
  const purges = trashed.flatMap(({ soonest }) => (typeof soonest === 'number' ? [soonest] : []));
  return {
    counts: {
      ...{ follow: follow.total, like: like.total, favorite: favorite.total },
      trash: countAll(trashed),
    },
    kinds: [follow, like, favorite],
    ...(purges.length > 0 && { soonestPurgeAt: Math.min(...purges) }),
  };
}
