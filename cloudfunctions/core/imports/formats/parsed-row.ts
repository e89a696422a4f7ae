import type { ImportFormat } from '../../../../typings/contract/imports';

/** One record of a source, before anything is checked. */
export interface ParsedRow {
  /** Line or record number in the source, from 1. */
  row: number;
  /** What stands there, for showing a record that cannot be read. */
  raw: string;
  /** Fields of a draft as far as the source names them; not yet validated. */
  fields: Record<string, unknown>;
}

export interface ParsedSource {
  format: ImportFormat;
  rows: ParsedRow[];
}

/** Why a whole source cannot be read, in Chinese. */
export interface Unreadable {
  unreadable: string;
}

export interface SourceLine {
  row: number;
  text: string;
}

/** Lines with something on them, numbered as in the source. */
export const linesOf = (text: string): SourceLine[] =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line, index) => ({ row: index + 1, text: line.trim() }))
    .filter(line => line.text !== '');
