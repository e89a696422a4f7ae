import * as v from 'valibot';
import type { UploadFolder } from '../../../typings/contract/uploads';
import { collection } from '../platform/database';
import { deleteFiles, fileIdFor, StorageOutage } from '../platform/storage';
import { WAITS_MS } from './rules';

const uploads = collection('uploads');
const chains = collection('chains');

/** Notes a file before a phone writes it. One request. */
export const noteUpload = (
  owner: string,
  folder: UploadFolder,
  path: string,
  now: number,
): Promise<boolean> =>
  uploads.insert({ _id: path, owner, folder, at: now, expiresAt: now + WAITS_MS[folder] });

const uploadDocument = v.object({
  /** Path in the storage. */
  _id: v.string(),
  folder: v.picklist(['imports', 'chains']),
  at: v.number(),
});
const withImages = v.object({ settings: v.object({ images: v.array(v.string()) }) });

/** Of these pictures those that a chain shows: one request, none for none. */
async function shownOf(fileIds: string[]): Promise<Set<string>> {
  if (fileIds.length === 0) return new Set();
  const query = { 'settings.images': { $in: fileIds } };
  const found = await chains.find(query, { fields: { 'settings.images': true } });
  return new Set(found.flatMap(chain => v.parse(withImages, chain).settings.images));
}

/** Files of a run. */
const DROPPED_MAX = 50;

/**
 * Deletes what was uploaded for nothing, files first: what cannot be deleted now is tried again. A picture that a chain shows is
 * looked at again later: it may be taken out. Gives how many are settled.
 */
export async function dropOldUploads(now: number): Promise<number> {
  const found = await uploads.find({ expiresAt: { $lte: now } }, { limit: DROPPED_MAX });
  const old = await Promise.all(
    found
      .map(document => v.parse(uploadDocument, document))
      .map(async upload => ({ ...upload, fileId: await fileIdFor(upload._id) })),
  );
  const shown = await shownOf(old.filter(({ folder }) => folder === 'chains').map(({ fileId }) => fileId));
  const unused = old.filter(({ fileId }) => !shown.has(fileId));
  const kept = old.filter(({ fileId }) => shown.has(fileId)).map(({ _id }) => _id);
  if (kept.length > 0)
    await uploads.update({ _id: { $in: kept } }, { $set: { expiresAt: now + WAITS_MS.chains } });
  if (unused.length === 0 || !(await deleteFiles(unused.map(({ fileId }) => fileId)))) return 0;
  return uploads.remove({ _id: { $in: unused.map(({ _id }) => _id) } });
}

/** Announced files of one read. */
const ERASED_MAX = 100;

/**
 * Deletes whatever a person announced; how many there were. What was announced after `before` may still be on its way: it stays
 * noted, and is counted. Throws StorageOutage.
 */
export async function eraseUploads(owner: string, before: number): Promise<number> {
  const found = await uploads.find({ owner }, { limit: ERASED_MAX });
  const old = found.map(document => v.parse(uploadDocument, document));
  if (old.length === 0) return 0;
  if (!(await deleteFiles(await Promise.all(old.map(({ _id }) => fileIdFor(_id))))))
    throw new StorageOutage('uploads were not deleted');
  const settled = old.filter(({ at }) => at <= before).map(({ _id }) => _id);
  if (settled.length > 0) await uploads.remove({ _id: { $in: settled }, owner });
  return old.length;
}
