import { csvFile, csvLine } from '../../exports/formats/cells';
import type { Column, Table } from './table';

/** Yuan with two decimals; a text there, so that every program shows both. */
const cellOf = (cell: Table['rows'][number][number], { kind }: Column): string | number =>
  kind === 'yuan' && typeof cell === 'number' ? cell.toFixed(2) : (cell ?? '');

export const writeCsv = ({ columns, rows }: Table): string =>
  csvFile([
    csvLine(columns.map(({ title }) => title)),
    ...rows.map(row => csvLine(columns.map((column, index) => cellOf(row[index], column)))),
  ]);
