import type { TrashView } from '../../../../typings/contract/items';
import type { PickView } from '../../../view/pick';
import type { BatchBanner, TrashedChain, TrashFilter, TrashRow } from '../../../view/trash-row';
import type { WindowedRows } from '../../../view/windowed-rows';

/** A row of the list: an item, or a chain. */
export type Trashed = TrashView | TrashedChain;

export const isChain = (row: Trashed): row is TrashedChain => 'chainId' in row;

/** What the parts of the trash screen know of the whole. */
export interface TrashPage {
  data: { selecting: boolean; busy: boolean; banner: BatchBanner | null };
  setData(data: Record<string, string | number | boolean | PickView>): void;
  filter: TrashFilter;
  ids: string[];
  list: WindowedRows<Trashed, TrashRow> | undefined;
  /** Batches that can be restored whole, newest first. */
  banners: BatchBanner[];
  load(): Promise<void>;
  /** Takes rows off the screen at once. */
  drop(ids: string[]): void;
}
