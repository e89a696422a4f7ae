import type { Refusal } from '../../typings/contract/errors';
import type { ExportFile, ExportFormat, ExportView } from '../../typings/contract/exports';
import type { ItemKind } from '../../typings/contract/items';
import { kinds as kindNames } from '../copy/common';
import { exports as copy, exportFormats } from '../copy/exports';
import type { Chip } from './item-query';
import { grouped } from './numbers';
import { refusalText } from './refusal';
import { dayTimeText } from './time';

/** What a clipboard and a paste box take, bytes. */
export const MAX_COPY_BYTES = 60_000;

export interface FormatRow {
  id: ExportFormat;
  name: string;
  hint: string;
  on: boolean;
}

export interface FileRow {
  id: string;
  name: string;
  hint: string;
  canCopy: boolean;
}

/** 12 KB, 1.5 MB; never 0. */
export function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

export const formatRows = (chosen: ExportFormat): FormatRow[] =>
  (Object.keys(exportFormats) as ExportFormat[]).map(id => ({ id, ...exportFormats[id], on: id === chosen }));

const allKinds = Object.keys(kindNames) as ItemKind[];

/** None chosen means all of them. */
export const exportKindChips = (chosen: readonly ItemKind[]): Chip[] => [
  { id: 'all', text: copy.all, on: chosen.length === 0 },
  ...allKinds.map(id => ({ id, text: kindNames[id].name, on: chosen.includes(id) })),
];

/** A tap on a kind adds it or takes it away; all three together are the same as 全部. */
export function toggleKind(chosen: readonly ItemKind[], id: ItemKind | 'all'): ItemKind[] {
  if (id === 'all') return [];
  const next = chosen.includes(id) ? chosen.filter(kind => kind !== id) : [...chosen, id];
  return next.length === allKinds.length ? [] : next;
}

const fileRow = ({ fileId, name, items, bytes }: ExportFile): FileRow => ({
  id: fileId,
  name,
  hint: copy.file(grouped(items), sizeText(bytes)),
  canCopy: bytes <= MAX_COPY_BYTES,
});

export interface ExportResult {
  title: string;
  /** What else is to be said of the files. */
  notes: string[];
  expires: string;
  files: FileRow[];
}

export function exportResult(view: ExportView, now: number): ExportResult {
  const { files, total, expiresAt, left } = view;
  return {
    title: total > 0 ? copy.done(grouped(total)) : copy.none,
    notes: [
      ...(files.length > 1 ? [copy.parts(files.length)] : []),
      ...(left > 0 ? [copy.left(grouped(left))] : []),
    ],
    expires: copy.expires(dayTimeText(expiresAt, now)),
    files: files.map(fileRow),
  };
}

const SAYS_ITSELF: readonly Refusal['code'][] = ['NOT_FOUND', 'RATE_LIMITED'];

/** Why nothing came: an empty list and too many exports are told by the server in words of their own. */
export const exportProblem = (error: Refusal, now: number): string =>
  SAYS_ITSELF.includes(error.code) && error.message !== '' ? error.message : refusalText(error, now);
