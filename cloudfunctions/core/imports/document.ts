import * as v from 'valibot';
import type { ImportView } from '../../../typings/contract/imports';
import { itemDraft, itemKind } from '../items/schema';

const count = v.number();
const verdict = v.picklist(['new', 'duplicate', 'trashed', 'bad']);
const outcome = v.picklist(['added', 'merged', 'restored', 'skipped', 'failed']);

const importDocument = v.object({
  _id: v.string(),
  owner: v.string(),
  kind: itemKind,
  format: v.picklist([
    'names',
    'links',
    'csv',
    'mastodon-csv',
    'opml',
    'netscape-html',
    'pocket-csv',
    'instapaper-csv',
    'raindrop-csv',
    'instagram-json',
    'x-archive',
    'bilibili-csv',
    'bilibili-json',
    'weibo-lines',
    'liyili-json',
  ]),
  state: v.picklist(['staged', 'committing', 'done', 'undoing', 'undone']),
  total: count,
  counts: v.object({ new: count, duplicate: count, trashed: count, bad: count }),
  outcomes: v.object({ added: count, merged: count, restored: count, skipped: count, failed: count }),
  chunks: count,
  /** How many an undo has put into the trash. */
  removed: v.exactOptional(count),
  /** Next chunk to commit, or to undo. */
  position: count,
  /** Goes up when failed rows are tried again. */
  round: count,
  restoreTrashed: v.boolean(),
  expiresAt: count,
});

export type ImportDocument = v.InferOutput<typeof importDocument>;

const stagedRow = v.object({
  row: count,
  verdict,
  reason: v.exactOptional(v.string()),
  name: v.string(),
  itemId: v.exactOptional(v.string()),
  draft: v.exactOptional(itemDraft),
  trashed: v.exactOptional(
    v.object({
      trashedAt: count,
      purgeAt: count,
      batchId: v.exactOptional(v.string()),
      platformDoneAt: v.exactOptional(count),
    }),
  ),
  untitled: v.exactOptional(v.literal(true)),
  outcome: v.exactOptional(outcome),
});

const chunkDocument = v.object({
  _id: v.string(),
  importId: v.string(),
  owner: v.string(),
  chunk: count,
  /** Round in which its rows were last handled. */
  round: count,
  verdicts: v.array(verdict),
  rows: v.array(stagedRow),
  expiresAt: count,
});

export type ChunkDocument = v.InferOutput<typeof chunkDocument>;

export const parseImport = (document: unknown): ImportDocument => v.parse(importDocument, document);
export const parseChunk = (document: unknown): ChunkDocument => v.parse(chunkDocument, document);

export function importView(document: ImportDocument): ImportView {
  const { _id, kind, format, state, total, counts, outcomes, removed, expiresAt } = document;
  const view = { importId: _id, kind, format, state, total, counts, outcomes, expiresAt };
  return removed === undefined ? view : { ...view, removed };
}
