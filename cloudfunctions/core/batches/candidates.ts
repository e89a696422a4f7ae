import * as v from 'valibot';
import type { ItemFilter, ItemKind } from '../../../typings/contract/items';
import { cancelsFields } from '../cancels/store';
import { cursorAfter, liveQuery, placeAfter } from '../items/query';
import { aggregateItems, clausesOf } from '../items/store';
import { parseLimits } from '../limits/document';
import type { LimitsState } from '../limits/rules';
import type { Query } from '../platform/database';
import { READ_MAX } from '../platform/database';
import { groupsOf } from '../platform/groups';

/** Candidates: what a preview has to know of an item. */
const candidate = v.object({
  _id: v.string(),
  name: v.string(),
  targetType: v.string(),
  protected: v.boolean(),
  addedAt: v.number(),
  cancels: v.optional(cancelsFields),
});
export type Candidate = v.InferOutput<typeof candidate>;

const chunk = v.object({
  rows: v.array(candidate),
  limits: v.array(v.unknown()),
  likes: v.optional(v.array(v.object({ count: v.number() })), []),
});

/** `likes`: live likes of the person, read for likes only. `isKnown`: the person has a limits document. */
export interface Candidates {
  rows: Candidate[];
  limits: LimitsState;
  isKnown: boolean;
  likes: number;
}

/** A ratio of likes is of all live ones. */
const likesCount = (owner: string): Query => ({
  $lookup: {
    from: 'items',
    pipeline: [
      { $match: { owner, kind: 'like', state: 'live' } },
      { $group: { _id: null, count: { $sum: 1 } } },
    ],
    as: 'likes',
  },
});

/** Up to 1,001 candidates and the person's limits beside them: one request. undefined when nothing matches. */
async function readChunk(
  owner: string,
  kind: ItemKind,
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
    ...(kind === 'like' && { cancels: '$cancels' }),
  };
  const [found] = await aggregateItems(query, [
    { $sort: { addedAt: -1, _id: -1 } },
    { $limit: limit },
    { $group: { _id: null, rows: { $push: fields } } },
    { $lookup: { from: 'limits', pipeline: [{ $match: { _id: owner } }], as: 'limits' } },
    ...(kind === 'like' ? [likesCount(owner)] : []),
  ]);
  if (found === undefined) return undefined;
  const { rows, limits, likes } = v.parse(chunk, found);
  const isKnown = limits.length > 0;
  return { rows, limits: parseLimits(limits[0], now), isKnown, likes: likes[0]?.count ?? 0 };
}

/** Live items of the kind among the ids, in list order: one request for each 1,000 ids. */
export async function candidatesAmong(
  owner: string,
  kind: ItemKind,
  ids: string[],
  now: number,
): Promise<Candidates | undefined> {
  const queries = groupsOf(ids, READ_MAX).map(some => liveQuery(owner, kind, [{ _id: { $in: some } }]));
  const chunks = await Promise.all(queries.map(query => readChunk(owner, kind, query, READ_MAX, now)));
  const found = chunks.filter(part => part !== undefined);
  const rows = found.flatMap(part => part.rows);
  const [first] = found;
  const byOrder = (a: Candidate, b: Candidate): number => b.addedAt - a.addedAt || (a._id < b._id ? 1 : -1);
  return first && { ...first, rows: found.length > 1 ? rows.sort(byOrder) : rows };
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
  let first: Candidates | undefined;
  let query = liveQuery(owner, kind, clauses);
  while (rows.length <= max) {
    // One more than a full chunk tells whether another request is needed.
    const found = await readChunk(owner, kind, query, READ_MAX + 1, now);
    if (!found) break;
    first ??= found;
    rows.push(...found.rows.slice(0, READ_MAX));
    const last = rows.at(-1);
    if (found.rows.length <= READ_MAX || !last) break;
    const place = placeAfter('recent', cursorAfter('recent', last));
    if (!place) break;
    query = { ...liveQuery(owner, kind, [...clauses, place.clause]), ...place.range };
  }
  return first && { ...first, rows };
}
