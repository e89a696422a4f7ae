import * as v from 'valibot';
import { collection, insertMissing, type Query, type Update } from '../platform/database';
import type { CardRow, OwnEntry } from './cards';
import {
  announcement,
  type ChainDocument,
  chainState,
  followed,
  type LoggedEvent,
  parseChain,
} from './document';
import type { RoundRow } from './following';
import { readCardRow } from './listing';
import type { NewChain } from './new-chain';

const chains = collection('chains');
const entries = collection('entries');
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

/** MongoDB refuses an operator without fields. */
const withoutEmpty = (update: Update): Update =>
  Object.fromEntries(Object.entries(update).filter(([, fields]) => Object.keys(fields).length > 0));

/** Changes a chain that still is as `match` says: one request, now and then more for its log. */
export async function changeChain(
  chainId: string,
  match: Query,
  update: Update,
): Promise<ChainDocument | undefined> {
  const document = await chains.updateOne({ ...match, _id: chainId }, withoutEmpty(update));
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

/** Events of a chain up to an instant, newest first: one request. */
export async function findEvents(chainId: string, upTo: number, limit: number): Promise<LoggedEvent[]> {
  const found = await events.find(
    { chain: chainId, at: { $lte: upTo } },
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

/** Whether somebody in the book answered a field: one request. */
export async function isAnswered({ book }: ChainDocument, field: string): Promise<boolean> {
  const ids = Object.values(book.held).map(seat => seat.entryId);
  if (ids.length === 0) return false;
  const answered = ['answers', 'sealed'].map(part => ({ [`${part}.${field}`]: { $exists: true } }));
  return (await entries.count({ _id: { $in: ids }, $or: answered })) > 0;
}

/** ms between two questions about one text. */
const CHECKS_APART_MS = 60_000;

/** False when WeChat was asked about this chain within the last minute. */
export const claimCheck = async (chainId: string, now: number): Promise<boolean> => {
  const isDue = { checkedAt: { $not: { $gt: now - CHECKS_APART_MS } } };
  return (
    (await chains.update({ _id: chainId, state: 'checking', ...isDue }, { $set: { checkedAt: now } })) > 0
  );
};

/** One request. */
export const findCards = async (stages: Query[]): Promise<CardRow[]> =>
  (await chains.aggregate(stages)).map(readCardRow);

/** Entries that are looked through for 我报名的. */
const OWN_MAX = 1000;
const OWN_FIELDS = { _id: true, chain: true, name: true, payment: true, at: true };
const ownEntry = v.object({
  _id: v.string(),
  chain: v.string(),
  name: v.string(),
  payment: v.picklist(['unpaid', 'paid', 'refunded']),
  at: v.number(),
});

/** A person's latest entries, and when they last joined each chain, the latest first: one request. */
export async function findOwnEntries(
  uid: string,
): Promise<{ joinedAt: Map<string, number>; entries: Map<string, OwnEntry> }> {
  const found = await entries.find(
    { people: uid },
    { sort: [['at', -1]], limit: OWN_MAX, fields: OWN_FIELDS },
  );
  const joinedAt = new Map<string, number>();
  const own = new Map<string, OwnEntry>();
  for (const { _id, chain, at, ...rest } of found.map(entry => v.parse(ownEntry, entry))) {
    if (!joinedAt.has(chain)) joinedAt.set(chain, at);
    own.set(_id, { entryId: _id, ...rest });
  }
  return { joinedAt, entries: own };
}
