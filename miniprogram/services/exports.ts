import type { ExportFormat } from '../../typings/contract/exports';
import type { ItemKind } from '../../typings/contract/items';
import { call } from './cloud';

/** All kinds when none is named. */
export const createExport = (format: ExportFormat, kinds: ItemKind[]) =>
  call('exports.create', kinds.length === 0 ? { format } : { format, kinds });
