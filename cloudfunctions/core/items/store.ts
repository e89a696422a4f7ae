import * as v from 'valibot';
import type { ItemFilter, ItemKind, ItemSort } from '../../../typings/contract/items';
import { formerCancels } from '../cancels/store';
import type { Query, Update } from '../platform/database';
import { collection } from '../platform/database';
import type { ItemDocument } from './document';
import { itemDocument, OPTIONAL_FIELDS } from './document';
import type { Place } from './query';
import { filterClauses, liveQuery, sortKeys } from './query';

const items = collection('items');

export const parseItem = (document: unknown): ItemDocument => v.parse(itemDocument, document);

/** Names held twice that one filter covers: beyond it the rest shows once these are cleaned up. */
const SAME_KEYS_MAX = 5000;

/** Keys that more than one live item of the kind has. */
async function keysHeldTwice(owner: string, kind: ItemKind): Promise<string[]> {
  const [found] = await items.aggregate([
    { $match: liveQuery(owner, kind, []) },
    { $group: { _id: '$sameKey', count: { $sum: 1 } } },
    { $match: { count: { $gt: 1 } } },
    { $sort: { _id: 1 } },
    { $limit: SAME_KEYS_MAX },
    { $group: { _id: null, keys: { $push: '$_id' } } },
  ]);
  return found === undefined ? [] : v.parse(v.object({ keys: v.array(v.string()) }), found).keys;
}

/** All conditions of a filter; one request when it asks for duplicates, none otherwise. */
export async function clausesOf(
  owner: string,
  kind: ItemKind,
  filter: ItemFilter,
  now: number,
): Promise<Query[]> {
  const clauses = filterClauses(filter, now);
  if (filter.duplicate === undefined) return clauses;
  return [...clauses, { sameKey: { $in: await keysHeldTwice(owner, kind) } }];
}

interface ListRequest {
  owner: string;
  kind: ItemKind;
  filter: ItemFilter;
  sort: ItemSort;
  place?: Place;
  limit: number;
  now: number;
}

/** One page by index: one request, two for duplicates. */
export async function listItems({
  owner,
  kind,
  filter,
  sort,
  place,
  limit,
  now,
}: ListRequest): Promise<ItemDocument[]> {
  const clauses = [...(await clausesOf(owner, kind, filter, now)), ...(place ? [place.clause] : [])];
  const query = { ...liveQuery(owner, kind, clauses), ...place?.range };
  return (await items.find(query, { sort: sortKeys(sort), limit })).map(parseItem);
}

export async function findItem(owner: string, id: string): Promise<ItemDocument | undefined> {
  const [document] = await items.find({ _id: id, owner }, { limit: 1 });
  return document === undefined ? undefined : parseItem(document);
}

/** ≤ 1,000 ids; those that are there, whatever their state. */
export async function findItems(owner: string, ids: string[]): Promise<ItemDocument[]> {
  if (ids.length === 0) return [];
  return (await items.find({ _id: { $in: ids }, owner })).map(parseItem);
}

const itemState = v.object({
  _id: v.string(),
  state: v.picklist(['live', 'trashed']),
  purgeAt: v.optional(v.number()),
  tags: v.array(v.string()),
  addedAt: v.number(),
  folder: v.optional(v.string()),
  snapshot: v.optional(v.unknown()),
  importId: v.optional(v.string()),
});
export type ItemState = v.InferOutput<typeof itemState>;

/** ≤ 1,000 ids; of those that are there, what an import has to know. */
export async function findStates(owner: string, ids: string[]): Promise<ItemState[]> {
  if (ids.length === 0) return [];
  const fields = {
    ...{ _id: true, state: true, purgeAt: true, tags: true, addedAt: true },
    ...{ folder: true, snapshot: true, importId: true },
  };
  const found = await items.find({ _id: { $in: ids }, owner }, { fields });
  return found.map(item => v.parse(itemState, item));
}

export const countMatching = async (
  owner: string,
  kind: ItemKind,
  filter: ItemFilter,
  now: number,
): Promise<number> => items.count(liveQuery(owner, kind, await clausesOf(owner, kind, filter, now)));

/** Live items of all kinds: what counts against the limit of 50,000. */
export const countItems = (owner: string): Promise<number> => items.count({ owner, state: 'live' });

/** False when one of the ids is taken; then some of the others may have been inserted. */
export async function insertItems(documents: ItemDocument[]): Promise<boolean> {
  const likes = documents.filter(({ kind }) => kind === 'like').map(({ _id }) => _id);
  if (likes.length === 0) return items.insert(documents);
  // A like that was erased goes on counting its cancels where it stopped.
  const former = await formerCancels(likes);
  return items.insert(
    documents.map(item => {
      const cancels = former.get(item._id);
      return cancels ? { ...item, cancels } : item;
    }),
  );
}

/** Puts a new item in the place of one whose 72 hours are over; false when there is no such one. */
export async function replaceExpired(item: ItemDocument, now: number): Promise<boolean> {
  const { _id, ...fields } = item;
  const absent = OPTIONAL_FIELDS.filter(field => item[field] === undefined);
  const query = { _id, owner: item.owner, state: 'trashed', purgeAt: { $lte: now } };
  const unset = Object.fromEntries(absent.map(field => [field, '']));
  return (await items.updateOne(query, { $set: fields, $unset: unset })) !== undefined;
}

/** Changes one live item if the condition holds; gives it as it is afterwards. */
export async function changeItem(
  owner: string,
  id: string,
  condition: Query,
  update: Update,
): Promise<ItemDocument | undefined> {
  const document = await items.updateOne({ _id: id, owner, state: 'live', ...condition }, update);
  return document === undefined ? undefined : parseItem(document);
}

/** Changes all that match; gives their number. */
export const changeItems = (query: Query, update: Update): Promise<number> => items.update(query, update);

export const countQuery = (query: Query): Promise<number> => items.count(query);

/** Rows of one grouping stage over a person's items: one request. */
export const aggregateItems = (match: Query, stages: Query[]): Promise<unknown[]> =>
  items.aggregate([{ $match: match }, ...stages]);
