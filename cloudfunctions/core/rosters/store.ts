import * as v from 'valibot';
import type { ChainDocument } from '../chains/document';
import { collection } from '../platform/database';

const rosters = collection('rosters');
const chains = collection('chains');
const entries = collection('entries');

const rosterDocument = v.object({ _id: v.string(), names: v.optional(v.array(v.string()), []) });

/** Names who are expected to answer, of a round without its own those of its series: one request. */
export async function readRoster({ _id, series }: Pick<ChainDocument, '_id' | 'series'>): Promise<string[]> {
  const ids = series === undefined ? [_id] : [_id, series];
  const found = await rosters.find({ _id: { $in: ids } });
  const documents = found.map(document => v.parse(rosterDocument, document));
  return (documents.find(one => one._id === _id) ?? documents[0])?.names ?? [];
}

/** Whoever writes last is right. No names: the roster is taken away, and a round has its series' again. */
export async function writeRoster(chainId: string, names: string[]): Promise<void> {
  if (names.length === 0) await rosters.remove({ _id: chainId });
  else if ((await rosters.update({ _id: chainId }, { $set: { names } })) === 0)
    await rosters.insert({ _id: chainId, names });
}

export const forgetRosters = (chainIds: string[]): Promise<number> =>
  rosters.remove({ _id: { $in: chainIds } });

const named = v.object({
  _id: v.string(),
  name: v.string(),
  payment: v.picklist(['unpaid', 'paid', 'refunded']),
});
/** What a list of names needs of an entry. */
export type NamedEntry = v.InferOutput<typeof named>;

/** Names of entries, ≤ 2,000, in no particular order: one request. */
export async function readNamed(ids: string[]): Promise<NamedEntry[]> {
  if (ids.length === 0) return [];
  const one = { _id: '$_id', name: '$name', payment: '$payment' };
  const [found] = await entries.aggregate([
    { $match: { _id: { $in: ids } } },
    { $group: { _id: null, all: { $push: one } } },
  ]);
  return found === undefined ? [] : v.parse(v.object({ all: v.array(named) }), found).all;
}

const withId = v.object({ _id: v.string() });

/** Other chains in which the same people may have taken part, newest first: rounds of the series, or the same owner's. */
export async function relatedChains(chain: ChainDocument, limit: number): Promise<string[]> {
  const [uid] = chain.staffUids;
  const ofOwner = { staffUids: uid, staff: { $elemMatch: { uid, role: 'owner' } } };
  const those = chain.series === undefined ? ofOwner : { series: chain.series };
  const query = { ...those, state: { $in: ['open', 'closed', 'cancelled'] } };
  const found = await chains.find(query, {
    sort: [['createdAt', -1]],
    limit: limit + 1,
    fields: { _id: true },
  });
  return found
    .map(document => v.parse(withId, document)._id)
    .filter(id => id !== chain._id)
    .slice(0, limit);
}

/** Somebody's own entry. */
export interface Participant {
  uid: string;
  name: string;
}

const leaver = v.object({ name: v.string(), uid: v.optional(v.string(), '') });

/** Who left a chain by themselves, ≤ 1,000: one request. */
export async function readLeavers(chainId: string): Promise<Participant[]> {
  const query = { chain: chainId, 'ended.status': 'left' };
  const found = await entries.find(query, { fields: { name: true, uid: true } });
  return found.map(document => v.parse(leaver, document));
}

const participants = v.object({ all: v.array(v.object({ uid: v.string(), name: v.string() })) });

/** People with entries of their own in these chains, by name and account, of these names if any are given: one request. */
export async function readParticipants(
  chainIds: string[],
  names: string[],
  limit: number,
): Promise<Participant[]> {
  if (chainIds.length === 0) return [];
  const [found] = await entries.aggregate([
    {
      $match: {
        chain: { $in: chainIds },
        uid: { $gt: '' },
        ended: { $exists: false },
        ...(names.length > 0 && { name: { $in: names } }),
      },
    },
    { $group: { _id: { uid: '$uid', name: '$name' } } },
    { $limit: limit },
    { $group: { _id: null, all: { $push: { uid: '$_id.uid', name: '$_id.name' } } } },
  ]);
  return found === undefined ? [] : v.parse(participants, found).all;
}
