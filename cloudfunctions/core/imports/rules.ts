import type { ImportRow, ImportView, RowOutcome, RowVerdict } from '../../../typings/contract/imports';
import type { ItemDraft } from '../../../typings/contract/items';

export const ROWS_MAX = 20_000;
export const FILE_MAX = 5 * 1024 * 1024;
export const TEXT_MAX = 60_000;
/** A staged import waits this long for its commit. */
export const STAGED_MS = 60 * 60_000;

/** Whether a person may import a file: it lies in `imports/<their uid>/` and nowhere else. */
export const isOwnFile = (fileId: string, uid: string): boolean =>
  /^cloud:\/\/[^/]+\/imports\/([^/]+)\/[^/]+$/.exec(fileId)?.[1] === uid;

/** Rows a chunk and characters a chunk: both keep a read well under the database's 1 MB. */
const CHUNK_ROWS = 1000;
const CHUNK_CHARACTERS = 150_000;

/** A row as it is stored between staging and commit. */
export interface StagedRow {
  row: number;
  verdict: RowVerdict;
  reason?: string;
  name: string;
  itemId?: string;
  draft?: ItemDraft;
  /** From the trash of an own export: goes back there. */
  trashed?: { trashedAt: number; purgeAt: number; batchId?: string; platformDoneAt?: number };
  /** Its name is made up from its address. */
  untitled?: true;
  outcome?: RowOutcome;
}

export const countVerdicts = (rows: StagedRow[]): Record<RowVerdict, number> => {
  const counts = { new: 0, duplicate: 0, trashed: 0, bad: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
};

export const NO_OUTCOMES: Record<RowOutcome, number> = {
  added: 0,
  merged: 0,
  restored: 0,
  skipped: 0,
  failed: 0,
};

export function addOutcomes(sum: ImportView['outcomes'], rows: StagedRow[]): ImportView['outcomes'] {
  const outcomes = { ...sum };
  for (const { outcome } of rows) if (outcome) outcomes[outcome] += 1;
  return outcomes;
}

export const rowView = ({ row, verdict, reason, name, draft, outcome }: StagedRow): ImportRow => ({
  ...{ row, verdict, name, tags: draft?.tags ?? [] },
  ...(reason !== undefined && { reason }),
  ...(draft?.url !== undefined && { url: draft.url }),
  ...(outcome !== undefined && { outcome }),
});

/** Rows in order, cut where a chunk is full. */
export function chunksOf(rows: StagedRow[]): StagedRow[][] {
  const chunks: StagedRow[][] = [];
  let size = 0;
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    const chunk = chunks.at(-1);
    const isFull = !chunk || chunk.length >= CHUNK_ROWS || size + length > CHUNK_CHARACTERS;
    if (isFull) chunks.push([row]);
    else chunk.push(row);
    size = isFull ? length : size + length;
  }
  return chunks;
}
