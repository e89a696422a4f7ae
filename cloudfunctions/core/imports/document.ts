import * as v from 'valibot';
import type { ImportView } from '../../../typings/contract/imports';
import { storedContact, storedMe } from '../contacts/document';
import { itemDraft, itemKind } from '../items/schema';
import { settingsFields } from '../people/schema';

const count = v.number();
const verdict = v.picklist(['new', 'duplicate', 'trashed', 'bad']);
const outcome = v.picklist(['added', 'merged', 'restored', 'skipped', 'failed']);

/** What a file with everything of a person brings beside items. */
const personPart = v.object({
  settings: v.exactOptional(v.object(settingsFields)),
  nickname: v.exactOptional(v.string()),
  me: v.exactOptional(storedMe),
  others: v.exactOptional(v.array(storedContact)),
});
export type PersonPart = v.InferOutput<typeof personPart>;

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
  person: v.exactOptional(personPart),
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

const partView = ({
  settings,
  nickname,
  me,
  others = [],
}: PersonPart): NonNullable<ImportView['person']> => ({
  settings: settings !== undefined,
  nickname: nickname !== undefined,
  contacts: others.length + Number(me !== undefined),
});

export function importView(document: ImportDocument): ImportView {
  const { _id, kind, format, state, total, counts, outcomes, removed, expiresAt, person } = document;
  return {
    ...{ importId: _id, kind, format, state, total, counts, outcomes, expiresAt },
    ...(removed !== undefined && { removed }),
    ...(person && { person: partView(person) }),
  };
}
