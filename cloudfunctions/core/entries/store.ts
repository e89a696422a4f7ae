import * as v from 'valibot';
import type { PaymentState } from '../../../typings/contract/entries';
import { collection, type Query, type Update } from '../platform/database';
import {
  type Ended,
  type EntryDocument,
  type EntryEvent,
  EVENTS_MAX,
  entryEvent,
  parseEntry,
} from './document';

const entries = collection('entries');

/** Lists do without what happened to each. */
const WITHOUT_EVENTS = { events: false };
/** Entries of one request: with long answers they still fit into a reply of the database (1 MB). */
const READ_AT_ONCE = 500;
/** Runs of one request that meet each other's draft just being taken away. */
const ATTEMPTS = 3;

const parsed = (document: unknown): EntryDocument | undefined =>
  document === undefined ? undefined : parseEntry(document);

const pushed = (...events: EntryEvent[]): Query => ({ events: { $each: events, $slice: -EVENTS_MAX } });

/** Changes one entry if the condition holds; gives it as it is afterwards. */
export const changeEntry = async (
  entryId: string,
  condition: Query,
  update: Update,
  ...events: EntryEvent[]
): Promise<EntryDocument | undefined> =>
  parsed(
    await entries.updateOne(
      { _id: entryId, ...condition },
      { ...update, ...(events.length > 0 && { $push: pushed(...events) }) },
    ),
  );

/**
 * Writes the details of an entry before it takes its seat. When an earlier run of the same request wrote them, what is there
 * is this run's from now on. One request, two when it was there.
 */
export async function keepDraft(draft: EntryDocument): Promise<EntryDocument> {
  const { _id, attempt, unseatedAt } = draft;
  for (let tries = 0; tries < ATTEMPTS; tries += 1) {
    if (await entries.insert(draft)) return draft;
    // A late retry must not make a draft again of what got a seat and lost it.
    const taken = await changeEntry(_id, {}, { $set: { attempt, unseatedAt } });
    if (taken) return taken;
  }
  throw new Error('the draft of an entry comes and goes');
}

/** Takes away a draft that got no seat, unless another run of the same request found it meanwhile. */
export const removeDraft = ({ _id, attempt = '' }: EntryDocument): Promise<number> =>
  entries.remove({ _id, attempt, ended: { $exists: false } });

export async function readEntry(entryId: string): Promise<EntryDocument | undefined> {
  const [document] = await entries.find({ _id: entryId }, { limit: 1 });
  return parsed(document);
}

/** Those that are there, in the order of the ids, without their events: a request for every 500. */
export async function readEntries(ids: string[]): Promise<EntryDocument[]> {
  const found = new Map<string, EntryDocument>();
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    const some = ids.slice(start, start + READ_AT_ONCE);
    const documents = await entries.find({ _id: { $in: some } }, { fields: WITHOUT_EVENTS });
    for (const document of documents.map(parseEntry)) found.set(document._id, document);
  }
  return ids.flatMap(id => found.get(id) ?? []);
}

/** Those of the ids, and all that a person has or had in the chain: one request. */
export async function readShown(chainId: string, uid: string, ids: string[]): Promise<EntryDocument[]> {
  const query = { $or: [{ _id: { $in: ids } }, { chain: chainId, people: uid }] };
  return (await entries.find(query, { fields: WITHOUT_EVENTS })).map(parseEntry);
}

const foundIds = v.object({ ids: v.array(v.string()) });

/**
 * Those of the ids that fulfil a condition, in the order of the ids, ≤ `limit`: two requests. Ordering whole documents in the
 * database by their place among 2,000 ids took ten times as long as asking for the ids alone.
 */
export async function searchEntries(
  ids: string[],
  condition: Query,
  limit: number,
): Promise<EntryDocument[]> {
  const [found] = await entries.aggregate([
    { $match: { _id: { $in: ids }, ...condition } },
    { $group: { _id: null, ids: { $push: '$_id' } } },
  ]);
  if (found === undefined) return [];
  const matching = new Set(v.parse(foundIds, found).ids);
  return readEntries(ids.filter(id => matching.has(id)).slice(0, limit));
}

const nameRow = v.object({ _id: v.string(), name: v.string() });

/** Names of entries, ≤ 1,000: one request. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const found = await entries.find({ _id: { $in: ids } }, { fields: { _id: true, name: true } });
  return new Map(found.map(row => v.parse(nameRow, row)).map(({ _id, name }) => [_id, name]));
}

/**
 * Writes down why an entry ends, before the book gives its place away: as long as the book holds it, nobody looks at this.
 * Once more with the same outcome changes nothing. Gives the entry, or undefined when there is none.
 */
export async function endEntry(
  entryId: string,
  ended: Ended,
  event: EntryEvent,
): Promise<EntryDocument | undefined> {
  const condition = { 'ended.status': { $ne: ended.status } };
  return (await changeEntry(entryId, condition, { $set: { ended } }, event)) ?? readEntry(entryId);
}

/** Takes back what was written down for an end that did not come. */
export const unendEntry = (entryId: string, ended: Ended, { at, what }: EntryEvent): Promise<number> =>
  entries.update({ _id: entryId, ended }, { $unset: { ended: '' }, $pull: { events: { at, what } } });

/** The same for many, ≤ 100: one request. */
export const endEntries = (ids: string[], ended: Ended, event: EntryEvent): Promise<number> =>
  entries.update(
    { _id: { $in: ids }, 'ended.status': { $ne: ended.status } },
    { $set: { ended }, $push: pushed(event) },
  );

/** ≤ 100 entries: one request. */
export const pushEvent = (ids: string[], event: EntryEvent): Promise<number> =>
  entries.update({ _id: { $in: ids } }, { $push: pushed(event) });

export interface DetailChanges {
  name?: string;
  places?: number;
  /** As `keptAnswers` gave them: all of them. */
  kept?: Pick<EntryDocument, 'answers' | 'sealed'>;
  /** Who wrote the personal ones. */
  author?: string;
  /** Texts were changed: whether they wait for their check. */
  isChecking?: boolean;
}

/** Changes what an entry says. Its answers replace the former ones as a whole. */
export function keepDetails(
  entryId: string,
  { name, places, kept, author, isChecking }: DetailChanges,
  event: EntryEvent,
): Promise<EntryDocument | undefined> {
  const set = {
    ...(name !== undefined && { name }),
    ...(places !== undefined && { places }),
    ...(author !== undefined && { author }),
    ...kept,
    ...(isChecking === true && { checkedAt: event.at }),
  };
  const unset = {
    ...(kept && !kept.sealed && { sealed: '' }),
    ...(isChecking === false && { checkedAt: '' }),
  };
  const changes = {
    ...(Object.keys(set).length > 0 && { $set: set }),
    ...(Object.keys(unset).length > 0 && { $unset: unset }),
  };
  return changeEntry(entryId, {}, changes, event);
}

/** The person finds the entry from now on; whose it is says the book. */
export const noteClaimant = (entryId: string, uid: string): Promise<number> =>
  entries.update({ _id: entryId }, { $addToSet: { people: uid } });

/** Makes an entry a person's own; see `claimed` of the document. Once more changes nothing. One request, two when it is so. */
export async function claimDetails(
  entryId: string,
  uid: string,
  event: EntryEvent,
): Promise<EntryDocument | undefined> {
  const claim = { $set: { uid, people: [uid], claimed: true } };
  return (await changeEntry(entryId, { uid: { $ne: uid } }, claim, event)) ?? readEntry(entryId);
}

/** Texts that WeChat passed; not those that were changed after `before`. None: no request. */
export const passTexts = async (ids: string[], before: number): Promise<number> =>
  ids.length === 0
    ? 0
    : entries.update({ _id: { $in: ids }, checkedAt: { $lte: before } }, { $unset: { checkedAt: '' } });

/** Texts that are to be asked about again some time after `at`; not those that were changed after `before`. None: no request. */
export const deferTexts = async (ids: string[], before: number, at: number): Promise<number> =>
  ids.length === 0
    ? 0
    : entries.update({ _id: { $in: ids }, checkedAt: { $lte: before } }, { $set: { checkedAt: at } });

/** Marks entries with a payment and its amount, those that are not marked so already; how many. One request. */
export const markPayment = (
  ids: string[],
  payment: PaymentState,
  paidFen: number | undefined,
  event: EntryEvent,
): Promise<number> => {
  const same = { payment, paidFen: paidFen ?? { $exists: false } };
  const amount = paidFen === undefined ? { $unset: { paidFen: '' } } : {};
  const set = { payment, ...(paidFen !== undefined && { paidFen }) };
  return entries.update({ _id: { $in: ids }, $nor: [same] }, { $set: set, ...amount, $push: pushed(event) });
};

/** Writes a note on an entry of the chain, '' takes it away. One request, two when it says so already. */
export async function noteEntry(
  chain: string,
  entryId: string,
  note: string,
  event: EntryEvent,
): Promise<EntryDocument | undefined> {
  const isOther = { chain, note: note === '' ? { $exists: true } : { $ne: note } };
  const change = note === '' ? { $unset: { note } } : { $set: { note } };
  const changed = await changeEntry(entryId, isOther, change, event);
  const entry = changed ?? (await readEntry(entryId));
  return entry?.chain === chain ? entry : undefined;
}

const historyRow = v.object({ _id: v.string(), subject: v.string(), event: entryEvent });

/** Something that happened to an entry, with the name it has now. */
export interface EntryHistory extends EntryEvent {
  entryId: string;
  subject: string;
}

/** What happened to entries (ids of those that ever had a seat) up to an instant, newest first: one request. */
export async function eventsOf(ids: string[], upTo: number, limit: number): Promise<EntryHistory[]> {
  const found = await entries.aggregate([
    { $match: { _id: { $in: ids }, 'events.at': { $lte: upTo } } },
    { $project: { subject: '$name', event: '$events' } },
    { $unwind: '$event' },
    { $match: { 'event.at': { $lte: upTo } } },
    { $sort: { 'event.at': -1, _id: -1 } },
    { $limit: limit },
  ]);
  return found
    .map(row => v.parse(historyRow, row))
    .map(({ _id, subject, event }) => ({ ...event, entryId: _id, subject }));
}
