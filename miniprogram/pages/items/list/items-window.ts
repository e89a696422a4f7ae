import type { ItemFilter, ItemKind, ItemSort, ItemView } from '../../../../typings/contract/items';
import { currentLook } from '../../../components/appearance/appearance';
import { windowHeight } from '../../../platform/system';
import { listItems } from '../../../services/items';
import { type ItemRow, itemRow } from '../../../view/item-row';
import { WindowedRows, type WindowPatch } from '../../../view/windowed-rows';

/** What the list asks for now and what it does with the rows. */
export interface ItemsQuestion {
  kind: ItemKind;
  filter: ItemFilter;
  sort: ItemSort;
  isTicked(id: string): boolean;
  setData(patch: WindowPatch<ItemRow>): void;
}

/** The items that answer a page's question, of which only those on the screen are drawn. */
export function itemsWindow(page: ItemsQuestion): WindowedRows<ItemView, ItemRow> {
  const look = currentLook();
  return new WindowedRows<ItemView, ItemRow>({
    load: cursor => {
      const { kind, filter, sort } = page;
      return listItems({ kind, filter, sort, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    },
    toRow: item => itemRow(item, Date.now(), look.big, page.isTicked(item.id)),
    publish: patch => page.setData(patch),
    rowHeight: look.rowHeight,
    viewHeight: windowHeight(),
  });
}
