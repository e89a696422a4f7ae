import * as v from 'valibot';
import type { RowVerdict } from '../../../typings/contract/imports';
import { isRestorable, RETENTION_MS } from '../items/rules';
import { findStates } from '../items/store';
import type { Collection, Query } from '../platform/database';
import { collection, READ_MAX } from '../platform/database';
import { groupsOf } from '../platform/groups';
import type { ChunkDocument, ImportDocument } from './document';
import { parseChunk, parseImport } from './document';
import type { StagedRow } from './rules';
import type { Existing } from './staging';

const items = collection('items');
const imports = collection('imports');
const importRows = collection('import_rows');

/** Requests under way at once while an import is staged. */
const AT_ONCE = 4;

async function inGroups<T, R>(all: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const group of groupsOf(all, AT_ONCE)) results.push(...(await Promise.all(group.map(work))));
  return results;
}

/** What is there under the ids: live, or in the trash and restorable. One request for each 1,000. */
export async function findExisting(
  owner: string,
  ids: string[],
  now: number,
): Promise<Map<string, Existing>> {
  const found = await inGroups(groupsOf(ids, READ_MAX), some => findStates(owner, some));
  const standing = found.flat().filter(item => item.state === 'live' || isRestorable(item.purgeAt ?? 0, now));
  return new Map(standing.map(item => [item._id, item.state]));
}

/** Stores the rows first and the import last: one without all of its rows never shows. */
export async function insertImport(document: ImportDocument, chunks: StagedRow[][]): Promise<void> {
  const { _id, owner, expiresAt } = document;
  await inGroups([...chunks.entries()], ([chunk, rows]) => {
    const verdicts = [...new Set(rows.map(row => row.verdict))];
    const id = `${_id}-${chunk}`;
    return importRows.insert({ _id: id, importId: _id, owner, chunk, round: 0, verdicts, rows, expiresAt });
  });
  await imports.insert(document);
}

export async function findImport(owner: string, id: string): Promise<ImportDocument | undefined> {
  const [document] = await imports.find({ _id: id, owner }, { limit: 1 });
  return document === undefined ? undefined : parseImport(document);
}

/** Rows expire by themselves: a round, a retry and an undo need them as long as their import is kept. */
export const keepRows = (importId: string, expiresAt: number): Promise<number> =>
  importRows.update({ importId }, { $set: { expiresAt } });

/** Compare-and-set on state, round and position together. */
export async function moveImport(
  from: ImportDocument,
  changes: Partial<ImportDocument>,
): Promise<ImportDocument | undefined> {
  const { _id, owner, state, round, position } = from;
  const document = await imports.updateOne({ _id, owner, state, round, position }, { $set: changes });
  return document === undefined ? undefined : parseImport(document);
}

/** The first chunk from `chunk` on, with at least one row of the verdict if one is given. */
export async function findChunk(
  owner: string,
  importId: string,
  chunk: number,
  verdict?: RowVerdict,
): Promise<ChunkDocument | undefined> {
  const query: Query = { importId, owner, chunk: { $gte: chunk }, ...(verdict && { verdicts: verdict }) };
  const [document] = await importRows.find(query, { sort: [['chunk', 1]], limit: 1 });
  return document === undefined ? undefined : parseChunk(document);
}

/** Writes a chunk's outcomes for a round, once; false when they are written already. */
export async function recordChunk(
  { _id, round }: ChunkDocument,
  rows: StagedRow[],
  nextRound: number,
): Promise<boolean> {
  return (await importRows.update({ _id, round }, { $set: { rows, round: nextRound } })) > 0;
}

/**
 * Puts what an import added of these ids (≤ 1,000) into the trash, protected items excepted, under the import's id as
 * their batch. Gives how many of them lie there for this reason now, so that a repeated call says the same. Two requests.
 */
export async function trashAdded(
  { _id, owner }: ImportDocument,
  ids: string[],
  now: number,
): Promise<number> {
  const added = { _id: { $in: ids }, owner, importId: _id };
  const trashed = { state: 'trashed', trashedAt: now, purgeAt: now + RETENTION_MS, batchId: _id };
  await items.update({ ...added, state: 'live', protected: false }, { $set: trashed });
  return items.count({ ...added, state: 'trashed', batchId: _id });
}

/** Documents a request; a chunk has up to 150 KB. */
const DROPPED = 200;

/** Removes what is expired of one collection, group by group; what is left at the deadline is for the next run. */
async function dropExpired(from: Collection, now: number, deadline: number): Promise<number> {
  const old = { expiresAt: { $lte: now } };
  let dropped = 0;
  let found = DROPPED;
  while (found === DROPPED && Date.now() < deadline) {
    const documents = await from.find(old, { limit: DROPPED, fields: { _id: true } });
    const ids = documents.map(document => v.parse(v.object({ _id: v.string() }), document)._id);
    found = ids.length;
    if (found > 0) dropped += await from.remove({ _id: { $in: ids }, ...old });
  }
  return dropped;
}

/** Rows first: they expire by themselves, with or without their import. Gives the imports dropped. */
export async function dropOldImports(now: number, deadline = Number.POSITIVE_INFINITY): Promise<number> {
  await dropExpired(importRows, now, deadline);
  return dropExpired(imports, now, deadline);
}
