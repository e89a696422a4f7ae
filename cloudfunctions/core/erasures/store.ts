import * as v from 'valibot';
import { cancelsFields } from '../cancels/store';
import { itemKind } from '../items/schema';
import { shortHash } from '../platform/crypto';
import { collection, insertMissing } from '../platform/database';
import { restorable } from '../trash/store';
import type { Cohort, ExpiredRow } from './rules';

const items = collection('items');
const logs = collection('logs');

const cohortFields = {
  owner: v.string(),
  kind: itemKind,
  purgeAt: v.number(),
  erasure: v.optional(v.string()),
};
const expiredRow = v.object({ _id: v.string(), ...cohortFields, cancels: v.optional(cancelsFields) });
const ROW_FIELDS = { _id: true, owner: true, kind: true, purgeAt: true, erasure: true, cancels: true };

/** Those whose 72 hours are over, longest over first, of all persons. */
export async function findExpired(now: number, limit: number): Promise<ExpiredRow[]> {
  const query = { state: 'trashed', purgeAt: { $lte: now } };
  const found = await items.find(query, { sort: [['purgeAt', 1]], limit, fields: ROW_FIELDS });
  return found.map(row => v.parse(expiredRow, row));
}

const countedCohort = v.object({ _id: v.object(cohortFields), count: v.number() });

/** Everything that expired at one instant, however much that is. */
export async function countCohorts(purgeAt: number): Promise<Cohort[]> {
  const key = { owner: '$owner', kind: '$kind', purgeAt: '$purgeAt', erasure: '$erasure' };
  const found = await items.aggregate([
    { $match: { state: 'trashed', purgeAt } },
    { $group: { _id: key, count: { $sum: 1 } } },
  ]);
  return found.map(group => v.parse(countedCohort, group)).map(({ _id, count }) => ({ ..._id, count }));
}

/** Ends the time of what is in the trash: from this write on it is gone for every reader. */
export const expireNow = (owner: string, ids: string[], now: number, erasure: string): Promise<number> =>
  items.update({ _id: { $in: ids }, ...restorable(owner, now) }, { $set: { purgeAt: now, erasure } });

export async function findErasure(owner: string, ids: string[], erasure: string): Promise<ExpiredRow[]> {
  const query = { _id: { $in: ids }, owner, erasure };
  return (await items.find(query, { fields: ROW_FIELDS })).map(row => v.parse(expiredRow, row));
}

/** The condition is in the write itself: what was restored or added anew meanwhile is not erased. */
export const eraseExpired = (ids: string[], now: number): Promise<number> =>
  items.remove({ _id: { $in: ids }, state: 'trashed', purgeAt: { $lte: now } });

/**
 * All that remains of erased items: a line a cohort, without content. Written before the erasure, under an id derived from
 * the cohort: whoever comes later, after a crash or at the same time, meets the line and leaves its count alone.
 */
export async function writeLines(cohorts: Cohort[], now: number): Promise<void> {
  const lines = cohorts.map(({ owner, kind, purgeAt, erasure, count }) => ({
    _id: shortHash('erasure', owner, kind, String(purgeAt), erasure ?? ''),
    ...{ owner, what: erasure === undefined ? 'purged' : 'erased', kind, count, at: now },
  }));
  await insertMissing(logs, lines);
}
