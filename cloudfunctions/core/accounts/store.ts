import * as v from 'valibot';
import type { OwnChainFate } from '../../../typings/contract/accounts';
import type { ItemKind } from '../../../typings/contract/items';
import { staffMember } from '../chains/document';
import { itemKind } from '../items/schema';
import { DEFAULT_SETTINGS } from '../people/schema';
import { collection } from '../platform/database';
import { deletionFrom, type Erasure, fateOf } from './rules';

const people = collection('people');
const items = collection('items');
const chains = collection('chains');
const entries = collection('entries');

/** Once more changes nothing: the first request's instant stays. One request, two or three for who has no document yet. */
export async function requestDeletion(uid: string, now: number): Promise<void> {
  const deletion = deletionFrom(now);
  const ask = () => people.update({ _id: uid, deletion: { $exists: false } }, { $set: { deletion } });
  if ((await ask()) > 0 || (await people.insert({ _id: uid, ...DEFAULT_SETTINGS, deletion }))) return;
  // It has one already, or another call made the document in between.
  await ask();
}

/** Changes nothing from `eraseAt` on, nor once the janitor began: the first commit wins. One request. */
export const withdrawDeletion = (uid: string, now: number): Promise<number> =>
  people.update(
    { _id: uid, 'deletion.eraseAt': { $gt: now }, erasure: { $exists: false } },
    { $unset: { deletion: '' } },
  );

const group = v.object({ _id: v.object({ kind: itemKind, isLive: v.boolean() }), count: v.number() });

/** Items as they are listed: live by kind, and those in the trash that can be restored. One request. */
export async function countItems(owner: string, now: number): Promise<Record<ItemKind | 'trash', number>> {
  const shown = [{ state: 'live' }, { state: 'trashed', purgeAt: { $gt: now } }];
  const found = await items.aggregate([
    { $match: { owner, $or: shown } },
    { $group: { _id: { kind: '$kind', isLive: { $eq: ['$state', 'live'] } }, count: { $sum: 1 } } },
  ]);
  const counts = { follow: 0, like: 0, favorite: 0, trash: 0 };
  for (const { _id, count } of found.map(row => v.parse(group, row)))
    counts[_id.isLive ? _id.kind : 'trash'] += count;
  return counts;
}

const CHAINS_MAX = 100;
const LIVE = { $nin: ['trashed', 'erasing'] };
const seatsIn = { $size: { $objectToArray: { $ifNull: ['$book.seats', {}] } } };
const ownChain = v.object({
  _id: v.string(),
  title: v.string(),
  staff: v.array(staffMember),
  entries: v.number(),
  inRounds: v.number(),
});

/** Live chains that a person owns, newest first, ≤ 100, with the entries of their rounds: one request. */
export async function ownChains(uid: string): Promise<OwnChainFate[]> {
  const rounds = {
    from: 'chains',
    let: { series: '$_id' },
    pipeline: [
      { $match: { $expr: { $eq: ['$series', '$$series'] } } },
      { $project: { count: seatsIn } },
      { $group: { _id: null, count: { $sum: '$count' } } },
    ],
    as: 'rounds',
  };
  const found = await chains.aggregate([
    {
      $match: {
        ...{ staffUids: uid, staff: { $elemMatch: { uid, role: 'owner' } } },
        ...{ series: { $exists: false }, state: LIVE },
      },
    },
    { $sort: { createdAt: -1, _id: -1 } },
    { $limit: CHAINS_MAX },
    { $project: { title: '$settings.title', staff: 1, entries: seatsIn } },
    { $lookup: rounds },
    { $project: { title: 1, staff: 1, entries: 1, inRounds: { $sum: '$rounds.count' } } },
  ]);
  return found
    .map(row => v.parse(ownChain, row))
    .map(({ _id, title, staff, entries: own, inRounds }) => ({
      ...{ chainId: _id, title, entries: own + inRounds },
      ...fateOf(staff),
    }));
}

const counted = v.object({ count: v.number() });

/** Entries of a person, or made by them, in chains of others: one request. */
export async function countEntriesElsewhere(uid: string): Promise<number> {
  const of = { from: 'chains', localField: 'chain', foreignField: '_id', as: 'of' };
  const isOwned = { $elemMatch: { uid, role: 'owner' } };
  const [found] = await entries.aggregate([
    { $match: { people: uid, ended: { $exists: false } } },
    { $project: { chain: 1 } },
    { $lookup: of },
    { $match: { of: { $elemMatch: { state: LIVE, staff: { $not: isOwned } } } } },
    { $count: 'count' },
  ]);
  return found === undefined ? 0 : v.parse(counted, found).count;
}

const erasing = v.object({ erasure: v.object({ salt: v.string(), sweptAt: v.exactOptional(v.number()) }) });

/** Persons whose 72 hours are over, longest over first, ≤ `limit`: one request. */
export async function findErasable(now: number, limit: number): Promise<string[]> {
  const query = { 'deletion.eraseAt': { $lte: now } };
  const found = await people.find(query, {
    ...{ sort: [['deletion.eraseAt', 1]], limit, fields: { _id: true } },
  });
  return found.map(row => v.parse(v.object({ _id: v.string() }), row)._id);
}

/** From this write on there is no way back; undefined when it was withdrawn before. One request, two the first time. */
export async function beginErasure(uid: string, salt: string, now: number): Promise<Erasure | undefined> {
  const isDue = { _id: uid, 'deletion.eraseAt': { $lte: now } };
  await people.update({ ...isDue, erasure: { $exists: false } }, { $set: { erasure: { salt } } });
  const [document] = await people.find(isDue, { limit: 1 });
  return document === undefined ? undefined : v.parse(erasing, document).erasure;
}

export const noteSwept = (uid: string, { salt }: Erasure, now: number): Promise<number> =>
  people.update({ _id: uid, 'erasure.salt': salt }, { $set: { 'erasure.sweptAt': now } });

/** The last of a person. */
export const removePerson = (uid: string, { salt }: Erasure): Promise<number> =>
  people.remove({ _id: uid, 'erasure.salt': salt });
