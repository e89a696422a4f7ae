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
  state: 'staged' | 'committing' | 'done';
  total: number;
  counts: Record<RowVerdict, number>;
  outcomes: Record<RowOutcome, number>;
  expiresAt: number;
}

/** Text ≤ 60,000 characters, or the cloud file id of an uploaded file ≤ 5 MB. ≤ 20,000 rows. */
export type ImportSource = { text: string } | { fileId: string };

/** Own JSON, version 1. Lossless: importing an export gives the same account. */
export interface LiyiliExport {
  app: 'liyili';
  version: 1;
  exportedAt: number;
  items: ItemDraft[];
  trash: (ItemDraft & { trashedAt: number; purgeAt: number })[];
}
