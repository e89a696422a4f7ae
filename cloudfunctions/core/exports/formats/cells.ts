import { inert } from '../../imports/formats/formula';

const quoted = (cell: string): string =>
  /[",;\t|，\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** One line of a table for spreadsheets; no text of it would be calculated. Numbers are what they are, also negative ones. */
export const csvLine = (cells: (string | number)[]): string =>
  cells.map(cell => (typeof cell === 'number' ? String(cell) : quoted(inert(cell)))).join(',');

/** A whole file of lines: byte order mark and CRLF, as spreadsheets on Windows expect them. */
export const csvFile = (lines: string[]): string => `\uFEFF${lines.join('\r\n')}\r\n`;
