import type { ImportFormat } from '../../../../typings/contract/imports';
import type { ItemKind } from '../../../../typings/contract/items';
import { coverOf, lineOf, nameOfAddress, noteOf, RECORDS_READ } from './texts';

/** One record of a source, before anything is checked. */
export interface ParsedRow {
  /** Line or record number in the source, from 1. */
  row: number;
  /** What stands there, for showing a record that cannot be read. */
  raw: string;
  /** Fields of a draft as far as the source names them; not yet validated. */
  fields: Record<string, unknown>;
  /** Its name is made up from its address: the page behind it knows a better one. */
  untitled?: true;
}

export interface ParsedSource {
  format: ImportFormat;
  rows: ParsedRow[];
  /** What a file with everything of a person says of them; not yet validated. */
  person?: unknown;
}

/** Why a whole source cannot be read, in Chinese. */
export interface Unreadable {
  unreadable: string;
}

export type Reading = ParsedSource | Unreadable;

export interface SourceLine {
  row: number;
  text: string;
}

/** Lines with something on them, numbered as in the source. */
export const linesOf = (text: string): SourceLine[] =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line, index) => ({ row: index + 1, text: line.trim() }))
    .filter(line => line.text !== '')
    .slice(0, RECORDS_READ);

/** What another service says of one item; texts of any length, as they stand in its file. */
export interface Described {
  /** Of a page, article or video. It becomes the name, and in full the snapshot's title. */
  title?: unknown;
  /** Of an account. */
  name?: unknown;
  url?: string | undefined;
  author?: unknown;
  cover?: unknown;
  note?: unknown;
  label?: unknown;
  handle?: unknown;
  folder?: string | undefined;
  tags?: string[];
  starred?: boolean;
  dead?: boolean;
  addedAt?: number | undefined;
  targetType?: string;
  kind?: ItemKind | undefined;
}

/** Epoch ms of 2000 and 2100: no service is older, and no instant of a list lies in the future. */
const isPlausible = (instant: unknown): boolean =>
  typeof instant === 'number' && instant >= 946_684_800_000 && instant <= 4_102_444_800_000;

const given = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));

/**
 * A record of another service. Its texts are cut to what a field may have: people cannot mend a file that another
 * program wrote. The snapshot's instant is left to whoever knows the time.
 */
export function describedRow(row: number, described: Described): ParsedRow {
  const { title, author, cover, name, note, label, handle, addedAt, tags = [], ...rest } = described;
  const { url } = rest;
  const own = lineOf(name ?? title, 100);
  const snapshot = given({
    title: lineOf(title, 200),
    author: lineOf(author, 100),
    cover: coverOf(cover),
  });
  const fields = given({
    ...rest,
    name: own ?? (url && nameOfAddress(url)),
    addedAt: isPlausible(addedAt) ? addedAt : undefined,
    note: noteOf(note),
    label: lineOf(label, 20),
    handle: lineOf(handle, 200),
    tags: tags.length > 0 ? tags : undefined,
    snapshot: Object.keys(snapshot).length > 0 ? snapshot : undefined,
  });
  const raw = String(fields['name'] ?? url ?? '');
  return { row, raw, fields, ...(own === undefined && url && { untitled: true as const }) };
}
