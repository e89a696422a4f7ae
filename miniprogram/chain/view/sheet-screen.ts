import type { ChainRole } from '../../../typings/contract/chains';
import type { SheetFormat, SheetView } from '../../../typings/contract/sheets';
import { sizeText } from '../../view/export-screen';
import { grouped } from '../../view/numbers';
import { exporting as copy, sheetFormats } from '../copy/export';

export interface FormatRow {
  id: SheetFormat;
  name: string;
  hint: string;
  on: boolean;
}

const STAFF: readonly ChainRole[] = ['volunteer', 'organizer', 'owner'];

/** Everybody may copy the text as they see it; files are for those who organize. */
export const sheetRows = (chosen: SheetFormat, role: ChainRole): FormatRow[] =>
  (Object.keys(sheetFormats) as SheetFormat[])
    .filter(id => id === 'text' || STAFF.includes(role))
    .map(id => ({ id, ...sheetFormats[id], on: id === chosen }));

export interface SheetResult {
  title: string;
  notes: string[];
  text: string;
  fileName: string;
  /** WeChat shows workbooks itself. */
  canOpen: boolean;
}

export function sheetResult({ format, entries, text = '', cut = 0, file }: SheetView): SheetResult {
  return {
    title: copy.done(grouped(entries)),
    notes: [
      ...(cut > 0 ? [copy.cut(grouped(cut))] : []),
      ...(file === undefined ? [] : [copy.file(sizeText(file.bytes))]),
    ],
    text,
    fileName: file?.name ?? '',
    canOpen: format === 'xlsx',
  };
}
