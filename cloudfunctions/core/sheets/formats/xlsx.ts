import type { Cell, Row, Sheet } from 'write-excel-file/node';
import type { Column, Table } from './table';

/** Two characters that no XML may contain. */
const fitForXml = (text: string): string => text.replace(/[\uFFFE\uFFFF]/g, '');

/** Every text says that it is one: none is a formula, and none becomes a number. */
function cellOf(value: string | number | undefined, { kind }: Column): Cell {
  if (value === undefined || value === '') return null;
  if (typeof value === 'string') return { value: fitForXml(value), type: String, format: '@', wrap: true };
  return { value, type: Number, ...(kind === 'yuan' && { format: '0.00' }) };
}

const header = ({ title }: Column): Cell => ({
  ...{ value: fitForXml(title), type: String, fontWeight: 'bold', wrap: true },
});

const sheetOf = (sheet: string, { columns, rows }: Table): Sheet<never> => ({
  sheet,
  data: [
    columns.map(header),
    ...rows.map((row): Row => columns.map((column, index) => cellOf(row[index], column))),
  ],
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
});

/** A workbook: the list, and what its options come to when there are any. */
export async function writeXlsx(list: Table, totals: Table): Promise<Buffer> {
  // Loaded when somebody exports: whoever joins does not wait for it.
  const { default: writeFile } = await import('write-excel-file/node');
  const sheets = [sheetOf('名单', list), ...(totals.rows.length > 0 ? [sheetOf('选项汇总', totals)] : [])];
  return writeFile(sheets, { fontSize: 11 }).toBuffer();
}
