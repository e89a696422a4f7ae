import * as v from 'valibot';
import type { LoggedEvent } from '../chains/document';
import { type EntryDocument, parseEntry } from '../entries/document';
import { collection, insertMissing, READ_MAX } from '../platform/database';
import { makeUpsIdOf } from '../rounds/make-ups';

const chains = collection('chains');
const entries = collection('entries');
const events = collection('chain_events');
const rosters = collection('rosters');
const reminders = collection('reminders');
const makeUps = collection('make_ups');

const withId = v.object({ _id: v.string() });
const idsOf = (rows: unknown[]): string[] => rows.map(row => v.parse(withId, row)._id);

/** Chains with entries that a person has, had or made, ≤ 1,000: two requests. */
export async function chainsEntered(uid: string): Promise<string[]> {
  const found = new Set<string>();
  for (const query of [{ people: uid }, { by: uid }]) {
    const rows = await entries.aggregate([
      { $match: query },
      { $group: { _id: '$chain' } },
      { $limit: READ_MAX },
    ]);
    for (const id of idsOf(rows)) found.add(id);
  }
  return [...found];
}

/** Chains whose staff a person belongs to, recurring ones without their rounds, ≤ 1,000: one request. */
export async function chainsStaffed(uid: string): Promise<string[]> {
  const query = { staffUids: uid, series: { $exists: false } };
  return idsOf(await chains.find(query, { fields: { _id: true } }));
}

/** Rounds that have not followed their chain yet, which the person left: one request. */
export const countRoundsStaffed = (uid: string): Promise<number> =>
  chains.count({ staffUids: uid, series: { $exists: true } });

/** Chains whose staff a person belonged to, ≤ `limit`: one request. */
export async function chainsOnceStaffed(uid: string, limit: number): Promise<string[]> {
  return idsOf(await chains.find({ formerStaff: uid }, { limit, fields: { _id: true } }));
}

/** Nothing of what the person did there is left. */
export const forgetStaff = (chainId: string, uid: string): Promise<number> =>
  chains.update({ _id: chainId }, { $pull: { formerStaff: uid } });

export async function roundsOf(seriesId: string): Promise<string[]> {
  return idsOf(await chains.find({ series: seriesId }, { fields: { _id: true } }));
}

/** Rounds show whom their chain was handed to; once more changes nothing that anybody sees. */
export const renameOrganizer = (seriesId: string, organizerName: string, request: string): Promise<number> =>
  chains.update(
    { series: seriesId },
    { $set: { 'settings.organizerName': organizerName, request }, $inc: { rev: 1 } },
  );

/** Details of entries in a chain that a person has, had or made, ≤ `limit`: one request. */
export async function entriesOf(chainId: string, uid: string, limit: number): Promise<EntryDocument[]> {
  const whose = [{ people: uid }, { by: uid }, { uid }];
  return (await entries.find({ chain: chainId, $or: whose }, { limit })).map(parseEntry);
}

export const insertEntries = (documents: EntryDocument[]): Promise<void> => insertMissing(entries, documents);

/** Writes over what was changed under the old id after it was copied. */
export const bringUpToDate = ({ _id, ...fields }: EntryDocument): Promise<number> =>
  entries.update({ _id }, { $set: fields });

export const removeEntries = async (ids: string[]): Promise<number> =>
  ids.length === 0 ? 0 : entries.remove({ _id: { $in: ids } });

/** The chain itself is gone. */
export const removeStrays = (chainId: string, uid: string): Promise<number> =>
  entries.remove({ chain: chainId, $or: [{ people: uid }, { by: uid }] });

/** Entries that only have a person on their list. */
export const takeOff = async (ids: string[], uid: string): Promise<number> =>
  ids.length === 0 ? 0 : entries.update({ _id: { $in: ids } }, { $pull: { people: uid } });

const eventsRow = v.object({
  _id: v.string(),
  events: v.array(v.looseObject({ at: v.number(), uid: v.exactOptional(v.string()) })),
});

/** Takes a person's name out of what happened to the entries of others in a chain; how many entries. A request for each. */
export async function anonymizeEvents(
  chainId: string,
  uid: string,
  name: string,
  limit: number,
): Promise<number> {
  const query = { chain: chainId, 'events.uid': uid };
  const found = await entries.find(query, { limit, fields: { events: true } });
  for (const row of found) {
    const { _id, events: all } = v.parse(eventsRow, row);
    const places = [...all.keys()].filter(index => all[index]?.uid === uid);
    const paths = (field: string, value: unknown) =>
      Object.fromEntries(places.map(index => [`events.${index}.${field}`, value]));
    // Events move up when a list is cut off: each must still be where it was read.
    await entries.update(
      { _id, ...paths('uid', uid) },
      { $set: paths('name', name), $unset: paths('uid', '') },
    );
  }
  return found.length;
}

/** Answers that the person wrote are read by organizers alone from now on. */
export const disownAnswers = (chainId: string, uid: string): Promise<number> =>
  entries.update({ chain: chainId, author: uid }, { $set: { author: '' } });

const chainEvent = v.custom<LoggedEvent>(
  value => typeof value === 'object' && value !== null && '_id' in value,
);

/** Older events that name a person, ≤ `limit`: one request. */
export async function eventsNaming(chainId: string, uid: string, limit: number): Promise<LoggedEvent[]> {
  const found = await events.find({ chain: chainId, $or: [{ uid }, { about: uid }] }, { limit });
  return found.map(event => v.parse(chainEvent, event));
}

/** Puts an event in the place of the one of its id. */
export const replaceEvent = ({ _id, by, subject, uid, about }: LoggedEvent): Promise<number> => {
  const given = Object.entries({ by, subject, uid, about });
  const set = Object.fromEntries(given.filter(([, value]) => value !== undefined));
  const unset = Object.fromEntries(
    given.filter(([, value]) => value === undefined).map(([field]) => [field, '']),
  );
  return events.update({ _id }, { $set: set, $unset: unset });
};

const roster = v.object({ _id: v.string(), names: v.array(v.string()) });

/** Rosters under these ids: one request. */
export async function readRosters(ids: string[]): Promise<v.InferOutput<typeof roster>[]> {
  return (await rosters.find({ _id: { $in: ids } })).map(row => v.parse(roster, row));
}

/** 0 when somebody changed the roster meanwhile. */
export const changeRoster = (_id: string, before: string[], names: string[]): Promise<number> =>
  rosters.update({ _id, names: before }, { $set: { names } });

/** Names of people whom a reminder did not reach. */
export const forgetNames = (chainId: string, names: string[]): Promise<number> =>
  reminders.update({ chain: chainId, names: { $in: names } }, { $pull: { names: { $in: names } } });

/** Nobody is reminded who is not there any more. */
export const stopReminding = (uid: string): Promise<number> =>
  reminders.update({ state: { $in: ['waiting', 'done'] }, people: uid }, { $pull: { people: uid } });

export const forgetOwnMakeUps = (seriesId: string, uid: string): Promise<number> =>
  makeUps.remove({ _id: makeUpsIdOf(seriesId, uid) });
