import * as v from 'valibot';
import type { ItemKind, SilentDays } from '../../../typings/contract/items';
import { NEVER_READ } from '../items/document';
import { conditionsOf, sumIf } from '../items/facets';
import { itemKind } from '../items/schema';
import { aggregateItems } from '../items/store';
import type { KindCounts } from './rules';

const count = v.number();
const groupRow = v.object({
  _id: v.object({ kind: itemKind, state: v.picklist(['live', 'trashed']) }),
  ...{
    total: count,
    silent: count,
    frequent: count,
    unopened: count,
    dead: count,
    adverts: count,
    outdated: count,
  },
  oldest: count,
  soonest: v.nullish(count),
});
type GroupRow = v.InferOutput<typeof groupRow>;

export interface HomeCounts {
  counts: Record<ItemKind | 'trash', number>;
  soonestPurgeAt?: number;
  kinds: KindCounts[];
}

const kindCounts = (row: GroupRow): KindCounts => ({
  kind: row._id.kind,
  reasons: {
    ...{ silent: row.silent, frequent: row.frequent, unopened: row.unopened, dead: row.dead },
    ...{ 'advert-heavy': row.adverts, outdated: row.outdated },
  },
  ...(row.oldest < NEVER_READ && { oldestReadAt: row.oldest }),
});

/** Everything the home page counts, live and restorable items alike: one request. */
export async function countHome(owner: string, now: number, days: SilentDays): Promise<HomeCounts> {
  const { silent = false, frequent = false, unopened = false, dead = false } = conditionsOf(now, days);
  const match = { owner, $or: [{ state: 'live' }, { state: 'trashed', purgeAt: { $gt: now } }] };
  const found = await aggregateItems(match, [
    {
      $group: {
        _id: { kind: '$kind', state: '$state' },
        ...{
          total: sumIf(true),
          silent: sumIf(silent),
          frequent: sumIf(frequent),
          unopened: sumIf(unopened),
        },
        ...{ dead: sumIf(dead), adverts: sumIf({ $in: ['advert-heavy', '$marks'] }) },
        outdated: sumIf({ $in: ['outdated', '$marks'] }),
        oldest: { $min: '$readRank' },
        soonest: { $min: '$purgeAt' },
      },
    },
  ]);
  const rows = found.map(row => v.parse(groupRow, row));
  const live = rows.filter(row => row._id.state === 'live');
  const trashed = rows.filter(row => row._id.state === 'trashed');
  const totalOf = (kind: ItemKind): number => live.find(row => row._id.kind === kind)?.total ?? 0;
  const trash = trashed.reduce((sum, row) => sum + row.total, 0);
  const purges = trashed.flatMap(({ soonest }) => (typeof soonest === 'number' ? [soonest] : []));
  return {
    counts: { follow: totalOf('follow'), like: totalOf('like'), favorite: totalOf('favorite'), trash },
    kinds: live.map(kindCounts),
    ...(purges.length > 0 && { soonestPurgeAt: Math.min(...purges) }),
  };
}
