import * as v from 'valibot';
import { eventOf, logged } from '../chains/events';
import { collection } from '../platform/database';

const chains = collection('chains');
const entries = collection('entries');

const idRow = v.object({ _id: v.string() });
const idsOf = (rows: unknown[]): string[] => rows.map(row => v.parse(idRow, row)._id);

const dueChain = v.object({
  _id: v.string(),
  eraseAt: v.number(),
  settings: v.object({
    eraseAfterDays: v.number(),
    fields: v.optional(v.array(v.object({ id: v.string(), personal: v.boolean() })), []),
  }),
});
export type DueChain = v.InferOutput<typeof dueChain>;

/** Chains whose personal fields are to be erased, longest due first: one request. */
export async function findDueChains(now: number, limit: number): Promise<DueChain[]> {
  const settings = { 'settings.eraseAfterDays': true, 'settings.fields': true };
  const fields = { _id: true, eraseAt: true, ...settings };
  const query = { eraseAt: { $lte: now } };
  const found = await chains.find(query, { sort: [['eraseAt', 1]], limit, fields });
  return found.map(chain => v.parse(dueChain, chain));
}

/**
 * Takes the personal answers out of entries of a chain, those too that were given while a field was just being made personal;
 * how many entries, at most `limit`. Two requests.
 */
export async function eraseSealed({ _id, eraseAt, settings }: DueChain, limit: number): Promise<number> {
  const personal = settings.fields.filter(field => field.personal).map(({ id }) => `answers.${id}`);
  const kept = ['sealed', ...personal];
  const query = { chain: _id, $or: kept.map(path => ({ [path]: { $exists: true } })) };
  const ids = idsOf(await entries.find(query, { limit, fields: { _id: true } }));
  if (ids.length === 0) return 0;
  return entries.update(
    { _id: { $in: ids } },
    { $unset: Object.fromEntries(kept.map(path => [path, ''])), $set: { erasedFor: eraseAt } },
  );
}

/**
 * Writes into the chain's history how many entries lost their personal answers, and when the next are due: those who join
 * later. Not when the date was moved meanwhile. Two requests.
 */
export async function finishErasing({ _id, eraseAt }: DueChain, now: number, nextAt: number): Promise<void> {
  // Counted by what was written: a run that died before it came to this is counted in.
  const count = await entries.count({ chain: _id, erasedFor: eraseAt });
  const event = eventOf({ staff: [] }, undefined, { at: now, what: 'erased', detail: `${count} 份报名` });
  const log = count > 0 ? { $push: logged(event) } : {};
  await chains.updateOne({ _id, eraseAt }, { $set: { eraseAt: nextAt }, ...log });
}

const unseated = v.object({ _id: v.string(), chain: v.string() });
export type Unseated = v.InferOutput<typeof unseated>;

/** Entries of which nobody knows yet whether they got a seat, oldest first: one request. */
export async function findUnseated(now: number, limit: number): Promise<Unseated[]> {
  const fields = { _id: true, chain: true };
  const query = { unseatedAt: { $lte: now } };
  const found = await entries.find(query, { sort: [['unseatedAt', 1]], limit, fields });
  return found.map(entry => v.parse(unseated, entry));
}

const orderRow = v.object({ book: v.object({ order: v.optional(v.array(v.string()), []) }) });

/** Ids of all entries that ever had a place or waited for one in a chain: one request. */
export async function seatedIds(chainId: string): Promise<Set<string>> {
  const [found] = await chains.find({ _id: chainId }, { limit: 1, fields: { 'book.order': true } });
  return new Set(found === undefined ? [] : v.parse(orderRow, found).book.order);
}

/** None: no request. */
export const markSeated = async (ids: string[]): Promise<number> =>
  ids.length === 0 ? 0 : entries.update({ _id: { $in: ids } }, { $unset: { unseatedAt: '', attempt: '' } });

/** Removes drafts, save those that a retry of their request took up meanwhile. None: no request. */
export const removeUnseated = async (ids: string[], now: number): Promise<number> =>
  ids.length === 0 ? 0 : entries.remove({ _id: { $in: ids }, unseatedAt: { $lte: now } });
