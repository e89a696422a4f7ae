import type { TrashView } from '../../../../typings/contract/items';
import type { PickView } from '../../../view/pick';
import type { BatchBanner, TrashRow } from '../../../view/trash-row';
import type { WindowedRows } from '../../../view/windowed-rows';

/** What the parts of the trash screen know of the whole. */
export interface TrashPage {
  data: { selecting: boolean; busy: boolean; banner: BatchBanner | null };
  setData(data: Record<string, string | number | boolean | PickView>): void;
  ids: string[];
  list: WindowedRows<TrashView, TrashRow> | undefined;
  /** Batches that can be restored whole, newest first. */
  banners: BatchBanner[];
  load(): Promise<void>;
  /** Takes rows off the screen at once. */
  drop(ids: string[]): void;
}
