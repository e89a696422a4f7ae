import * as v from 'valibot';
import type { Operation } from '../../../typings/contract/accounts';
import { shortHash } from '../platform/crypto';
import { collection, type Query } from '../platform/database';
import { KEPT_MS, type LoggedOperation, type LogPlace, type PlacedLine, REPEATED_MS } from './rules';

const logs = collection('logs');
const people = collection('people');

/**
 * Writes a line under an id that the call gives: once more changes nothing. `call`: the call as text, which names the line
 * when nothing else does. One request.
 */
export function writeLine(
  owner: string,
  { key, ...line }: LoggedOperation,
  call: string,
  now: number,
): Promise<boolean> {
  const name = key ?? `${Math.floor(now / REPEATED_MS)} ${call}`;
  return logs.insert({ _id: shortHash('operation', owner, line.what, name), owner, ...line, at: now });
}

/** What people did in chains stands in the entries already, under the names of a chain's history. */
const OWN_EVENTS = ['joined', 'entry-edited', 'left', 'confirmed', 'claimed'] satisfies Operation[];
/** Decisions of administrators are about others. */
const NOT_SHOWN = ['decided'];

const NEWEST: Query = { at: -1, _id: -1 };

/** Lines behind a place; ids are compared as they are stored. */
const behind = (place: LogPlace | undefined): Query =>
  place ? { $or: [{ at: { $lt: place.at } }, { at: place.at, _id: { $lt: place.id } }] } : {};

const upTo = (place: LogPlace | undefined): Query => (place ? { $lte: place.at } : { $gt: 0 });

/** Each source as rows of one shape, newest first. */
const sources = (uid: string, place: LogPlace | undefined, limit: number): Record<string, Query[]> => {
  const page = [{ $match: behind(place) }, { $sort: NEWEST }, { $limit: limit }];
  return {
    logs: [{ $match: { owner: uid, at: upTo(place), what: { $nin: NOT_SHOWN } } }, ...page],
    batches: [
      { $match: { owner: uid, committedAt: upTo(place), removed: { $gt: 0 } } },
      { $project: { at: '$committedAt', what: 'removed', kind: 1, count: '$removed' } },
      ...page,
    ],
    entries: [
      { $match: { people: uid, events: { $elemMatch: { uid, at: upTo(place) } } } },
      { $project: { event: '$events' } },
      { $unwind: '$event' },
      { $match: { 'event.uid': uid, 'event.what': { $in: OWN_EVENTS } } },
      {
        $project: {
          _id: { $concat: ['$_id', ':', '$event.what'] },
          ...{ at: '$event.at', what: '$event.what', kind: 'chain' },
        },
      },
      ...page,
    ],
  };
};

const storedLine = v.object({
  _id: v.string(),
  at: v.number(),
  what: v.custom<Operation>(value => typeof value === 'string'),
  kind: v.exactOptional(v.picklist(['follow', 'like', 'favorite', 'chain'])),
  count: v.exactOptional(v.number()),
});
const found = v.object({
  logs: v.array(storedLine),
  batches: v.array(storedLine),
  entries: v.array(storedLine),
});

function placed({ _id: id, at, ...line }: v.InferOutput<typeof storedLine>): PlacedLine {
  if (line.what === 'purged') return { id, at, line: { ...line, byProgram: true } };
  const isChain = line.what === 'erased' && line.kind === 'chain';
  return { id, at, line: isChain ? { ...line, what: 'chain-erased' } : line };
}

/** The newest lines behind a place, ≤ `limit` of each source: one request; undefined for somebody who has no document yet. */
export async function readLines(
  uid: string,
  place: LogPlace | undefined,
  limit: number,
): Promise<PlacedLine[] | undefined> {
  const lookups = Object.entries(sources(uid, place, limit)).map(([from, pipeline]) => ({
    $lookup: { from, pipeline, as: from },
  }));
  const [row] = await people.aggregate([{ $match: { _id: uid } }, { $project: { _id: 1 } }, ...lookups]);
  if (row === undefined) return undefined;
  const { logs: written, batches, entries } = v.parse(found, row);
  return [...written, ...batches, ...entries].map(placed);
}

/** Drops lines after a year; decisions stay, for who has to answer for them. Gives their number. */
export const dropOldLines = (now: number): Promise<number> =>
  logs.remove({ at: { $lte: now - KEPT_MS }, what: { $nin: NOT_SHOWN } });
