import * as v from 'valibot';
import { collection, insertMissing, type Query, type Update } from '../platform/database';
import {
  announcement,
  type ChainDocument,
  chainState,
  followed,
  type LoggedEvent,
  parseChain,
} from './document';
import type { RoundRow } from './following';
import type { NewChain } from './new-chain';

const chains = collection('chains');
const events = collection('chain_events');

/** One chain with its seat book, whatever its state: one request. */
export async function findChain(chainId: string): Promise<ChainDocument | undefined> {
  const [document] = await chains.find({ _id: chainId }, { limit: 1 });
  return document === undefined ? undefined : parseChain(document);
}

/** False when there is a chain of this id already. */
export const insertChain = (chain: NewChain): Promise<boolean> => chains.insert(chain);

/** Events in the document beyond which the oldest move out, and how many stay. */
const LOG_FULL = 40;
const LOG_KEPT = 10;

/** Written under their own ids before they are taken out: a crash in between leaves them in both places, read once. */
async function archiveLog({ _id, log }: ChainDocument): Promise<void> {
  const old = log.slice(0, -LOG_KEPT);
  await insertMissing(
    events,
    old.map(event => ({ ...event, chain: _id })),
  );
  await chains.update({ _id }, { $pull: { log: { _id: { $in: old.map(event => event._id) } } } });
}

/** Changes a chain that still is as `match` says: one request, now and then more for its log. */
export async function changeChain(
  chainId: string,
  match: Query,
  update: Update,
): Promise<ChainDocument | undefined> {
  const document = await chains.updateOne({ ...match, _id: chainId }, update);
  if (document === undefined) return undefined;
  const chain = parseChain(document);
  if (chain.log.length > LOG_FULL) await archiveLog(chain);
  return chain;
}

export async function recordEvents(chainId: string, recorded: LoggedEvent[]): Promise<void> {
  await insertMissing(
    events,
    recorded.map(event => ({ ...event, chain: chainId })),
  );
}

const storedEvent = v.custom<LoggedEvent>(
  value => typeof value === 'object' && value !== null && '_id' in value,
);

/** Events of a chain that lie before a place in its history, newest first: one request. */
export async function findEvents(
  chainId: string,
  before: { at: number; id: string } | undefined,
  limit: number,
): Promise<LoggedEvent[]> {
  const past = before && {
    at: { $lte: before.at },
    $or: [{ at: { $lt: before.at } }, { at: before.at, _id: { $lt: before.id } }],
  };
  const found = await events.find(
    { chain: chainId, ...past },
    {
      limit,
      sort: [
        ['at', -1],
        ['_id', -1],
      ],
    },
  );
  return found.map(event => v.parse(storedEvent, event));
}

const roundRow = v.object({
  _id: v.string(),
  state: chainState,
  formerState: v.exactOptional(chainState),
  announcement: v.exactOptional(announcement),
  follows: v.exactOptional(followed),
  rev: v.number(),
  createdAt: v.number(),
  date: v.string(),
  first: v.array(v.unknown()),
});

/** Rounds that do not know this version of their series yet: one request. */
export async function findRoundsBehind(seriesId: string, version: number): Promise<RoundRow[]> {
  const found = await chains.aggregate([
    { $match: { series: seriesId, 'follows.version': { $lt: version } } },
    {
      $project: {
        ...{ state: 1, formerState: 1, announcement: 1, follows: 1, rev: 1, createdAt: 1, date: 1 },
        first: { $slice: ['$book.order', 1] },
      },
    },
  ]);
  return found
    .map(row => v.parse(roundRow, row))
    .map(({ first, ...row }) => ({ ...row, isEmpty: first.length === 0 }));
}

export const changeRound = ({ match, update }: { match: Query; update: Update }): Promise<number> =>
  chains.update(match, update);

/** Its rounds have everything up to this version; a later one is still to come. */
export const finishSpreading = (seriesId: string, version: number): Promise<number> =>
  chains.update({ _id: seriesId, version }, { $unset: { unspread: '' } });

/** Recurring chains whose rounds a dead call left behind, ≤ 10. */
export async function findUnspread(): Promise<ChainDocument[]> {
  return (await chains.find({ unspread: true }, { limit: 10 })).map(parseChain);
}

/** The person's account was deleted. */
export const isAccountGone = async (uid: string): Promise<boolean> =>
  (await collection('people').count({ _id: uid, deletedAt: { $exists: true } })) > 0;
