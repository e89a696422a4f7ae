import * as v from 'valibot';
import { shortHash } from '../platform/crypto';
import { collection } from '../platform/database';

const chains = collection('chains');
const entries = collection('entries');
const events = collection('chain_events');
const logs = collection('logs');

const dissolved = v.object({
  _id: v.string(),
  state: v.picklist(['trashed', 'erasing']),
  staff: v.array(v.object({ uid: v.string(), role: v.string() })),
  settings: v.object({ images: v.optional(v.array(v.string()), []) }),
  trashedAt: v.optional(v.number(), 0),
  purgeAt: v.number(),
  /** When the storage did not delete its files. */
  stuckAt: v.exactOptional(v.number()),
});

/** A chain whose time in the trash is over, as far as its erasure goes. */
export type DissolvedChain = v.InferOutput<typeof dissolved>;
const FIELDS = {
  ...{ _id: true, state: true, staff: true, 'settings.images': true },
  ...{ trashedAt: true, purgeAt: true, stuckAt: true },
};

/**
 * Those whose 72 hours are over, longest over first, those that were tried in vain last; rounds go with the chain they belong
 * to. One request.
 */
export async function findDissolved(now: number, limit: number): Promise<DissolvedChain[]> {
  const query = {
    state: { $in: ['trashed', 'erasing'] },
    purgeAt: { $lte: now },
    series: { $exists: false },
  };
  const sort: [string, 1][] = [
    ['stuckAt', 1],
    ['purgeAt', 1],
  ];
  const found = await chains.find(query, { sort, limit, fields: FIELDS });
  return found.map(chain => v.parse(dissolved, chain));
}

/** Others come before it the next time. */
export const noteStuck = (chainId: string, now: number): Promise<number> =>
  chains.update({ _id: chainId, state: 'erasing' }, { $set: { stuckAt: now } });

/** From this write on there is no way back; 0 when it was restored meanwhile. */
export const beginErasure = (chainId: string, now: number): Promise<number> =>
  chains.update({ _id: chainId, state: 'trashed', purgeAt: { $lte: now } }, { $set: { state: 'erasing' } });

const round = v.object({
  _id: v.string(),
  settings: v.object({ images: v.optional(v.array(v.string()), []) }),
});

/** Some of the rounds of a chain that is being erased, whatever their state: one request. */
export async function findItsRounds(seriesId: string, limit: number) {
  const fields = { _id: true, 'settings.images': true };
  const found = await chains.find({ series: seriesId }, { limit, fields });
  return found.map(row => v.parse(round, row));
}

/** Removes entries of a chain for good, ≤ `limit`; how many. Two requests. */
export async function eraseEntries(chainId: string, limit: number): Promise<number> {
  const found = await entries.find({ chain: chainId }, { limit, fields: { _id: true } });
  const ids = found.map(row => v.parse(v.object({ _id: v.string() }), row)._id);
  return ids.length > 0 ? entries.remove({ _id: { $in: ids } }) : 0;
}

export const removeEvents = (chainIds: string[]): Promise<number> =>
  events.remove({ chain: { $in: chainIds } });

/** Rounds, whose chain is being erased. */
export const removeRounds = (seriesId: string, ids: string[]): Promise<number> =>
  chains.remove({ _id: { $in: ids }, series: seriesId });

/** The last of a chain. The condition is in the write itself. */
export const removeChain = (chainId: string, now: number): Promise<number> =>
  chains.remove({ _id: chainId, state: 'erasing', purgeAt: { $lte: now } });

/** All that remains of a chain: a line without content, under an id of its own, so that it is written once. */
export async function writeLine(
  chainId: string,
  owner: string,
  what: 'purged' | 'erased',
  now: number,
): Promise<void> {
  await logs.insert({
    _id: shortHash('erasure', 'chain', chainId),
    ...{ owner, what, kind: 'chain', count: 1, at: now },
  });
}
