import * as v from 'valibot';
import type { EntryStatus } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import type { ChainDocument } from '../chains/document';
import { type EntryDocument, parseEntry } from '../entries/document';
import { randomId } from '../platform/crypto';
import { collection, DatabaseOutage, insertMissing, READ_MAX } from '../platform/database';
import { groupsOf } from '../platform/groups';
import { type Payment, type Sum, summedFields } from './rules';

const entries = collection('entries');

/** What a list does without. */
const LEFT_OUT = { events: false, people: false, attempt: false, unseatedAt: false };
/** So few entries fit into a reply of the database (1 MB) whatever they say. */
const SMALL = 60;

/** Sequential, so that a database that is down is asked no more than a few times. */
async function readSome(ids: string[]): Promise<EntryDocument[]> {
  try {
    return (await entries.find({ _id: { $in: ids } }, { fields: LEFT_OUT })).map(parseEntry);
  } catch (error) {
    if (!(error instanceof DatabaseOutage) || ids.length <= SMALL) throw error;
    const read: EntryDocument[] = [];
    for (const some of groupsOf(ids, Math.ceil(ids.length / 4))) read.push(...(await readSome(some)));
    return read;
  }
}

/** Entries in the order of the ids: a request for every 1,000; more when their texts are so long that a reply is too large. */
export async function readAll(ids: string[]): Promise<EntryDocument[]> {
  const found = new Map<string, EntryDocument>();
  for (const some of groupsOf(ids, READ_MAX))
    for (const entry of await readSome(some)) found.set(entry._id, entry);
  return ids.flatMap(id => found.get(id) ?? []);
}

/**
 * Details of many entries at once, before their seats. Those that an earlier run of the same request wrote are this run's
 * from now on. One request, three when some are there.
 */
export async function keepDrafts(drafts: EntryDocument[]): Promise<{ attempt: string }> {
  const attempt = randomId();
  const own = drafts.map(draft => ({ ...draft, attempt }));
  if (await entries.insert(own)) return { attempt };
  const ids = drafts.map(({ _id }) => _id);
  const there = await entries.find({ _id: { $in: ids } }, { fields: { _id: true } });
  const found = new Set(there.map(row => v.parse(withId, row)._id));
  await insertMissing(
    entries,
    own.filter(({ _id }) => !found.has(_id)),
  );
  const [{ unseatedAt } = { unseatedAt: 0 }] = drafts;
  await entries.update({ _id: { $in: [...found] } }, { $set: { attempt, unseatedAt } });
  return { attempt };
}

const withId = v.object({ _id: v.string() });

/** Takes away drafts that got no seat, unless another run of the same request found them meanwhile. */
export const removeDrafts = (ids: string[], attempt: string): Promise<number> =>
  ids.length === 0
    ? Promise.resolve(0)
    : entries.remove({ _id: { $in: ids }, attempt, ended: { $exists: false } });

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

const answer = v.union([v.string(), v.number(), v.array(v.string()), v.record(v.string(), v.number())]);
const figures = v.object({
  days: v.array(v.object({ _id: v.number(), count: v.number() })),
  ended: v.array(v.object({ _id: v.string(), count: v.number() })),
  sums: v.array(v.record(v.string(), v.unknown())),
  payments: v.array(
    v.object({
      _id: v.string(),
      payment: v.picklist(['unpaid', 'paid', 'refunded']),
      paidFen: v.exactOptional(v.number()),
      places: v.number(),
      answers: v.optional(v.record(v.string(), answer), {}),
    }),
  ),
  names: v.array(v.object({ _id: v.string(), name: v.string() })),
});

export interface Figures {
  /** Joins by the number of their day since 1970 (UTC+8). */
  days: Map<number, number>;
  /** Of entries that are over. */
  ended: Partial<Record<EntryStatus, number>>;
  /** Of `number` fields, by id. */
  sums: Record<string, Sum>;
  payments: Payment[];
  names: Map<string, string>;
}

/** For every field its sum and how many answered it. */
const sumStage = (fields: ChainField[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ id }) => [
      [`s_${id}`, { $sum: `$answers.${id}` }],
      [`n_${id}`, { $sum: { $cond: [{ $eq: [{ $ifNull: [`$answers.${id}`, ''] }, ''] }, 0, 1] } }],
    ]),
  );

/** Answers that a price hangs on; the others are not needed and may be long. */
const pricedAnswers = (fields: ChainField[]): Record<string, 1> => {
  const priced = fields.filter(({ options = [] }) => options.some(({ priceFen }) => priceFen !== undefined));
  return Object.fromEntries(priced.map(({ id }) => [`answers.${id}`, 1]));
};

interface Wanted {
  chain: Pick<ChainDocument, 'book' | 'settings'>;
  /** Entries that have a place, and those whose names are wanted. */
  holders: string[];
  named: string[];
}

/** What the details of all entries come to: one request. */
export async function readFigures({ chain, holders, named }: Wanted): Promise<Figures> {
  const { fields } = chain.settings;
  const summed = summedFields(fields);
  const live = Object.values(chain.book.held).map(({ entryId }) => entryId);
  const day = { $floor: { $divide: [{ $add: ['$at', OFFSET_MS] }, DAY_MS] } };
  const count = { $sum: 1 };
  const paid = { payment: 1, paidFen: 1, places: 1, ...pricedAnswers(fields) };
  const [row] = await entries.aggregate([
    { $match: { _id: { $in: chain.book.order } } },
    {
      $facet: {
        days: [{ $group: { _id: day, count } }],
        ended: [
          { $match: { _id: { $nin: live }, ended: { $exists: true } } },
          { $group: { _id: '$ended.status', count } },
        ],
        sums: [{ $match: { _id: { $in: holders } } }, { $group: { _id: null, ...sumStage(summed) } }],
        payments: [{ $match: { payment: { $ne: 'unpaid' } } }, { $project: paid }],
        names: [{ $match: { _id: { $in: named } } }, { $project: { name: 1 } }],
      },
    },
  ]);
  const { days, ended, sums, payments, names } = v.parse(figures, row);
  const places = new Set(holders);
  const numbers = v.parse(v.record(v.string(), v.nullish(v.union([v.number(), v.string()]))), sums[0] ?? {});
  return {
    days: new Map(days.map(one => [one._id, one.count])),
    ended: Object.fromEntries(ended.map(one => [one._id, one.count])),
    sums: Object.fromEntries(
      summed.map(({ id }) => [
        id,
        { sum: Number(numbers[`s_${id}`] ?? 0), answered: Number(numbers[`n_${id}`] ?? 0) },
      ]),
    ),
    payments: payments.map(({ _id, payment, ...rest }) => ({
      ...rest,
      state: payment,
      holds: places.has(_id),
    })),
    names: new Map(names.map(({ _id, name }) => [_id, name])),
  };
}
