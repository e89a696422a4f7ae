import * as v from 'valibot';
import type { PageOf } from '../../../typings/contract/api';
import type { ImportRow, RowVerdict } from '../../../typings/contract/imports';
import { decodeCursor, encodeCursor } from '../items/query';
import { rowView, type StagedRow } from './rules';
import { findChunk } from './store';

export const ROWS_PAGE = 100;

/** Chunk and place in it. */
const placeShape = v.strictTuple([
  v.pipe(v.number(), v.integer(), v.minValue(0)),
  v.pipe(v.number(), v.integer(), v.minValue(0)),
]);
export type RowPlace = v.InferOutput<typeof placeShape>;

export function readPlace(cursor: string | undefined): RowPlace | undefined {
  const parsed = v.safeParse(placeShape, cursor === undefined ? [0, 0] : decodeCursor(cursor));
  return parsed.success ? parsed.output : undefined;
}

interface Row {
  place: RowPlace;
  view: ImportRow;
}

const rowsOf = (chunk: number, rows: StagedRow[]): Row[] =>
  rows.map((row, index) => ({ place: [chunk, index], view: rowView(row) }));

/** The first page of the rows; the one after it tells where the next page begins. */
function pageOf(rows: Row[]): PageOf<ImportRow> {
  const items = rows.slice(0, ROWS_PAGE).map(row => row.view);
  const next = rows[ROWS_PAGE];
  return next ? { items, cursor: encodeCursor(next.place) } : { items };
}

/** What `readRows` from the beginning would give, of rows still at hand. */
export const firstPage = (chunks: StagedRow[][]): PageOf<ImportRow> =>
  pageOf(chunks.flatMap((rows, chunk) => rowsOf(chunk, rows)));

/** Rows from a place on: one request for each chunk it touches. */
export async function readRows(
  owner: string,
  importId: string,
  [chunk, offset]: RowPlace,
  verdict?: RowVerdict,
): Promise<PageOf<ImportRow>> {
  const rows: Row[] = [];
  for (let next = chunk; rows.length <= ROWS_PAGE; ) {
    const found = await findChunk(owner, importId, next, verdict);
    if (!found) break;
    const all = rowsOf(found.chunk, found.rows).slice(found.chunk === chunk ? offset : 0);
    rows.push(...all.filter(({ view }) => !verdict || view.verdict === verdict));
    next = found.chunk + 1;
  }
  return pageOf(rows);
}
