import type { Selection } from '../../../../typings/contract/batches';
import type { ItemFilter, ItemKind, ItemSort, ItemView } from '../../../../typings/contract/items';
import type { ItemCounts } from '../../../view/item-counts';
import type { blankItemsScreen } from '../../../view/items-screen';
import type { ListRow } from '../../../view/list-row';
import type { Choice } from '../../../view/selection';
import type { WindowedRows } from '../../../view/windowed-rows';
import type { ConfirmData } from '../removal';

/** What the parts of the list screen know of the whole. */
export interface ListPage {
  data: typeof blankItemsScreen & ConfirmData;
  setData(data: Partial<typeof blankItemsScreen & ConfirmData> & Record<string, unknown>): void;
  kind: ItemKind;
  filter: ItemFilter;
  sort: ItemSort;
  counts: ItemCounts;
  choice: Choice;
  list: WindowedRows<ItemView, ListRow> | undefined;
  /** Asks anew, from the top. */
  load(): Promise<void>;
  count(): Promise<void>;
  paintFilter(): void;
  paintChoice(): void;
  startSelecting(choice: Choice): void;
  onExit(): void;
  askRemoval(kind: ItemKind, selection: Selection): Promise<void>;
  /** Offers to take a batch back, for a while. */
  offerUndo(batchId: string, text: string, more?: string): void;
}
