import type { ItemDraft, ItemKind } from './items';

export type ImportFormat =
  | 'names'
  | 'links'
  | 'csv'
  | 'mastodon-csv'
  | 'opml'
  | 'netscape-html'
  | 'pocket-csv'
  | 'instapaper-csv'
  | 'raindrop-csv'
  | 'instagram-json'
  | 'x-archive'
  | 'bilibili-csv'
  | 'bilibili-json'
  | 'weibo-lines'
  | 'liyili-json';

/** new: will be added; duplicate: is there already; trashed: is in 最近删除; bad: cannot be read. */
export type RowVerdict = 'new' | 'duplicate' | 'trashed' | 'bad';
export type RowOutcome = 'added' | 'merged' | 'restored' | 'skipped' | 'failed';

export interface ImportRow {
  /** Line or record number in the source, from 1. */
  row: number;
  verdict: RowVerdict;
  /** Why, in Chinese, when the verdict is not `new`. */
  reason?: string;
  /** Name as read, or the raw line when bad (≤ 80 characters). */
  name: string;
  url?: string;
  tags: string[];
  /** Set once committed. */
  outcome?: RowOutcome;
}

export interface ImportView {
  importId: string;
  kind: ItemKind;
  format: ImportFormat;
  /** `undone`: what it added was taken back into the trash. */
  state: 'staged' | 'committing' | 'done' | 'undoing' | 'undone';
  total: number;
  counts: Record<RowVerdict, number>;
  outcomes: Record<RowOutcome, number>;
  /** Once an undo has begun: how many of the added items it has put into the trash so far. */
  removed?: number;
  /** What the file brings beside items: it is taken over where there is nothing yet. `contacts`: how many people. */
  person?: { settings: boolean; nickname: boolean; contacts: number };
  /** Staged: until when it can be committed (1 h). Committed: until when it can be retried or undone (24 h). */
  expiresAt: number;
}

/** Text ≤ 60,000 characters, or the cloud file id of an uploaded file ≤ 5 MB. ≤ 20,000 rows. */
export type ImportSource = { text: string } | { fileId: string };

/** An item as it is exported; `key`: the signed id under which it was added first, when it has been renamed since. */
export interface ExportedItem extends ItemDraft {
  key?: string;
}

/** What stood in the trash goes back there for the rest of its 72 h. */
export interface ExportedTrash extends ExportedItem {
  trashedAt: number;
  purgeAt: number;
  batchId?: string;
  platformDoneAt?: number;
}

/** Own JSON, version 1. Lossless: importing an export gives the same account. */
export interface LiyiliExport {
  app: 'liyili';
  version: 1;
  exportedAt: number;
  items: ExportedItem[];
  trash: ExportedTrash[];
}

export interface ImportsApi {
  /** Puts what a finished import added into the trash, protected items excepted; costs nothing of the removal limits.
   *  Merged and restored rows stay as they are. Idempotent; call again while the state is `undoing`. */
  'imports.undo': { input: { importId: string }; data: { import: ImportView } };
}
