import * as v from 'valibot';
import { QUIET_MS } from '../accounts/rules';
import { KEPT_MS } from '../exports/rules';
import { limitOf } from '../limits/policies';
import { collection } from '../platform/database';
import { deleteFiles, StorageOutage } from '../platform/storage';

const items = collection('items');
const limits = collection('limits');
const logs = collection('logs');
const networks = collection('networks');
const people = collection('people');
const reviews = collection('reviews');
const written = collection('exports');

const LIKE_FIELDS = { _id: true, kind: true };
const itemRow = v.object({ _id: v.string(), kind: v.string() });

/** Some of a person's items, whatever their state: one request. */
export async function someItems(owner: string, limit: number): Promise<v.InferOutput<typeof itemRow>[]> {
  const found = await items.find({ owner }, { sort: [['_id', 1]], limit, fields: LIKE_FIELDS });
  return found.map(row => v.parse(itemRow, row));
}

export const removeItems = (owner: string, ids: string[]): Promise<number> =>
  items.remove({ _id: { $in: ids }, owner });

/** Everything else that carries its owner. Files of exports go before what knows them; the log goes for itself. */
const OWNED = ['cancels', 'batches', 'import_rows', 'imports'];

/** A request each; how many documents. */
export async function removeOwned(owner: string): Promise<number> {
  let removed = 0;
  for (const name of OWNED) removed += await collection(name).remove({ owner });
  for (const name of ['contacts', 'subscriptions']) removed += await collection(name).remove({ _id: owner });
  return removed;
}

const fileOwner = v.object({ _id: v.string(), fileIds: v.array(v.string()), expiresAt: v.number() });

/** Exports of one read. */
const EXPORTS = 100;

/**
 * Deletes a person's exports; how many there were. What knows of a file that may still be on its way stays, and is counted:
 * the file would be nobody's. Throws StorageOutage.
 */
export async function removeExports(owner: string, now: number): Promise<number> {
  const found = (await written.find({ owner }, { limit: EXPORTS })).map(row => v.parse(fileOwner, row));
  const fileIds = found.flatMap(one => one.fileIds);
  if (fileIds.length > 0 && !(await deleteFiles(fileIds)))
    throw new StorageOutage('exports were not deleted');
  const settled = found.filter(({ expiresAt }) => expiresAt - KEPT_MS <= now - QUIET_MS);
  if (settled.length > 0) await written.remove({ _id: { $in: settled.map(({ _id }) => _id) }, owner });
  return found.length;
}

/** What a person did as an administrator stays on record, without them. */
export const disownDecisions = async (owner: string): Promise<void> => {
  const decided = { owner, what: 'decided' };
  const found = await logs.find(decided, { fields: { caseId: true } });
  const cases = found.map(row => v.parse(v.object({ caseId: v.string() }), row).caseId);
  if (cases.length === 0) return;
  await reviews.update({ _id: { $in: cases }, decidedBy: owner }, { $unset: { decidedBy: '' } });
  await logs.update(decided, { $set: { owner: '' } });
};

export const removeLines = (owner: string): Promise<number> => logs.remove({ owner });

const caseRow = v.object({ _id: v.string(), uids: v.array(v.string()) });

/** Cases about a person alone go; in those about several the others stay. How many there were. */
export async function leaveCases(uid: string): Promise<number> {
  const found = (await reviews.find({ uids: uid })).map(row => v.parse(caseRow, row));
  const alone = found.filter(({ uids }) => uids.every(one => one === uid)).map(({ _id }) => _id);
  if (alone.length > 0) await reviews.remove({ _id: { $in: alone } });
  if (found.length > alone.length)
    await reviews.update({ uids: uid }, { $pull: { uids: uid, 'evidence.accounts': { uid } } });
  return found.length;
}

export const leaveNetworks = (uid: string): Promise<number> =>
  networks.update({ [`accounts.${uid}`]: { $exists: true } }, { $unset: { [`accounts.${uid}`]: '' } });

/** Nobody may write more often than that to chains. */
const WRITES = limitOf('chain.write', 'verified');

/**
 * Forgets what the person used, and lets no join, edit or leave of theirs pass until `until`: it would be half erased. To
 * whoever tries the limit of a minute is used up.
 */
export async function closeLimits(uid: string, until: number): Promise<void> {
  const writes = Array.from({ length: WRITES }, () => until);
  const used = { days: '', unlikes: '', slowUntil: '', slowSetAt: '' };
  const closed = await limits.update({ _id: uid }, { $set: { writes }, $unset: used });
  if (closed === 0) await limits.insert({ _id: uid, grade: 'ordinary', writes });
}

export const removeLimits = (uid: string): Promise<number> => limits.remove({ _id: uid });

/** What a person told of themselves; what is left of them says only that they are being erased. */
export const clearPerson = (uid: string): Promise<number> =>
  people.update({ _id: uid }, { $unset: { nickname: '', avatar: '', pictures: '' } });
