import * as v from 'valibot';
import type { ItemKind } from '../../../typings/contract/items';
import { dayNumber } from '../limits/rules';
import { randomId, shortHash } from '../platform/crypto';
import { collection, DatabaseOutage } from '../platform/database';
import { deleteFiles } from '../platform/storage';
import { EXPORTED_FIELDS, type ExportedDocument, exportedDocument } from './exported';
import { EXPORTS_MAX, KEPT_MS } from './rules';

const items = collection('items');
const written = collection('exports');

/** Items a request: many while they are small; so few that the longest texts stay below a reply's 1 MB. */
const PAGE = 500;
const SMALL_PAGE = 100;

async function readPage(
  owner: string,
  kinds: ItemKind[] | undefined,
  after: string,
  limit: number,
): Promise<ExportedDocument[]> {
  const query = { owner, _id: { $gt: after }, ...(kinds && { kind: { $in: kinds } }) };
  const found = await items.find(query, { sort: [['_id', 1]], limit, fields: EXPORTED_FIELDS });
  return found.map(item => v.parse(exportedDocument, item));
}

/**
 * All items of a person, whatever their state, page by page in the order of their ids. An id never changes: what is
 * there all the time is met once, whatever is trashed, restored or edited meanwhile.
 */
export async function* readAll(owner: string, kinds?: ItemKind[]): AsyncGenerator<ExportedDocument[]> {
  let limit = PAGE;
  for (let after = ''; ; ) {
    const page = await readPage(owner, kinds, after, limit).catch((error: unknown) => {
      if (!(error instanceof DatabaseOutage) || limit === SMALL_PAGE) throw error;
      limit = SMALL_PAGE;
      return readPage(owner, kinds, after, limit);
    });
    yield page;
    const last = page.at(-1);
    if (!last || page.length < limit) return;
    after = last._id;
  }
}

const exportDocument = v.object({
  _id: v.string(),
  owner: v.string(),
  /** Part of its files' paths: nobody can guess it. */
  exportId: v.string(),
  fileIds: v.array(v.string()),
  expiresAt: v.number(),
});
export type ExportDocument = v.InferOutput<typeof exportDocument>;

/**
 * Takes one of the day's exports; undefined when none is left. Their ids are numbered, so that no two calls take the
 * same one and nobody has more than there are. Two requests.
 * @param kind exports of different kinds are counted apart; `max` a day.
 */
export async function beginExport(
  owner: string,
  now: number,
  { kind = 'exports', max = EXPORTS_MAX } = {},
): Promise<ExportDocument | undefined> {
  const day = shortHash(owner, kind, String(dayNumber(now)));
  const ids = Array.from({ length: max }, (_, index) => `${day}-${index}`);
  const taken = await written.find({ _id: { $in: ids } }, { fields: { _id: true } });
  const used = new Set(taken.map(document => v.parse(v.object({ _id: v.string() }), document)._id));
  for (const _id of ids.filter(id => !used.has(id))) {
    const document = { _id, owner, exportId: randomId(), fileIds: [], expiresAt: now + KEPT_MS };
    if (await written.insert(document)) return document;
  }
  return undefined;
}

/** Written before the file is: one that a killed instance leaves behind is deleted with the others. */
export const noteFile = (_id: string, fileId: string): Promise<number> =>
  written.update({ _id }, { $push: { fileIds: fileId } });

/** Notes one file of a chain that is about to be written, whoever writes it. `since`: when its day begins. One request, two once more. */
export async function keepFile(file: {
  exportId: string;
  owner: string;
  chain: string;
  fileId: string;
  since: number;
}): Promise<void> {
  const { exportId, owner, chain, fileId, since } = file;
  const expiresAt = since + KEPT_MS;
  const isNew = await written.insert({ _id: exportId, owner, chain, exportId, fileIds: [fileId], expiresAt });
  // It may have been told to go in the meantime.
  if (!isNew) await written.update({ _id: exportId }, { $set: { expiresAt } });
}

/** Files of a chain that were written so far are deleted with the next run. One request. */
export const endFiles = (chain: string, now: number): Promise<number> =>
  written.update({ chain, expiresAt: { $gt: now } }, { $set: { expiresAt: now } });

export const dropExport = (_id: string): Promise<number> => written.remove({ _id });

/** Expired exports a run: each has a file or a few. */
const DROPPED_MAX = 500;

/** Deletes files first and then what knows them: whatever fails is tried again in the next run. */
export async function dropOldExports(now: number): Promise<number> {
  const found = await written.find({ expiresAt: { $lte: now } }, { limit: DROPPED_MAX });
  const old = found.map(document => v.parse(exportDocument, document));
  const isDeleted = await deleteFiles(old.flatMap(({ fileIds }) => fileIds));
  if (old.length === 0 || !isDeleted) return 0;
  return written.remove({ _id: { $in: old.map(({ _id }) => _id) }, expiresAt: { $lte: now } });
}
