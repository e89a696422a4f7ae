import type { ExportFormat } from '../../../typings/contract/exports';

/** Files are deleted after this. */
export const KEPT_MS = 24 * 3_600_000;
/** Exports of one person on one day (UTC+8): each may write some 20 MB. */
export const EXPORTS_MAX = 20;

/** A part can be imported again: below the 5 MB and 20,000 rows of an import, with room for its frame. Bytes. */
export const PART_BYTES = 4_900_000;
export const PART_ITEMS = 20_000;

export const EXTENSIONS: Record<ExportFormat, string> = {
  'liyili-json': 'json',
  csv: 'csv',
  'netscape-html': 'html',
  opml: 'opml',
};

/** `day` as 2026-03-01; parts are counted from 1 when there is more than one. */
export const fileName = (format: ExportFormat, day: string, part: number, parts: number): string =>
  `理一理-${day}${parts > 1 ? `-${part}` : ''}.${EXTENSIONS[format]}`;
