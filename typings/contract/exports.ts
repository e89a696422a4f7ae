import type { ItemKind } from './items';

export type ExportFormat = 'liyili-json' | 'csv' | 'netscape-html' | 'opml';

/** A file in the cloud storage. Own JSON is cut so that every part can be imported again: ≤ 5 MB, ≤ 20,000 rows. */
export interface ExportFile {
  fileId: string;
  /** Name for saving, with its ending. */
  name: string;
  bytes: number;
  items: number;
  /** Signed address for downloading, 2 h: written by a function, the file belongs to no phone. */
  url?: string;
}

export interface ExportView {
  exportId: string;
  format: ExportFormat;
  files: ExportFile[];
  total: number;
  /** Items the format cannot carry: those without an address in `netscape-html`. */
  left: number;
  /** The files are deleted then (24 h). */
  expiresAt: number;
}

export interface ExportsApi {
  /** ≤ 20 a day. All kinds when `kinds` is absent. Own JSON has the trash too; the other formats have live items only. */
  'exports.create': { input: { format: ExportFormat; kinds?: ItemKind[] }; data: ExportView };
}
