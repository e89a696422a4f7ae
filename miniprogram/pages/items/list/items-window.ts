import type { ItemFilter, ItemKind, ItemSort, ItemView } from '../../../../typings/contract/items';
import { currentLook, nameRoom } from '../../../components/appearance/appearance';
import { windowHeight } from '../../../platform/system';
import { listItems } from '../../../services/items';
import { rowTags } from '../../../view/item-row';
import { type ListRow, listRow } from '../../../view/list-row';
import { fitted, heightOfLines, moreLinesOf } from '../../../view/row-room';
import { WindowedRows, type WindowPatch } from '../../../view/windowed-rows';

/** What the list asks for now and what it does with the rows. */
export interface ItemsQuestion {
  data: { selecting: boolean };
  kind: ItemKind;
  filter: ItemFilter;
  sort: ItemSort;
  isTicked(id: string): boolean;
  setData(patch: WindowPatch<ListRow>): void;
}

/** Twins are next to each other only in the order of names. */
const sortOf = ({ filter, sort }: ItemsQuestion): ItemSort => (filter.duplicate ? 'name' : sort);

/** The items that answer a page's question, of which only those on the screen are drawn. */
export function itemsWindow(page: ItemsQuestion): WindowedRows<ItemView, ListRow> {
  const look = currentLook();
  /** The server's clock minus the phone's, ms. */
  let skew = 0;
  return new WindowedRows<ItemView, ListRow>({
    load: async cursor => {
      const { kind, filter } = page;
      const place = cursor === undefined ? {} : { cursor };
      const reply = await listItems({ kind, filter, sort: sortOf(page), limit: 100, ...place });
      skew = reply.now - Date.now();
      return reply;
    },
    toRow: (item, index, items) => {
      const row = listRow(items, index, item, {
        now: Date.now() + skew,
        big: look.big,
        checked: page.isTicked(item.id),
        twins: page.filter.duplicate === true,
      });
      return fitted(row, nameRoom(page.data.selecting));
    },
    ...(look.big && {
      extraOf: (item: ItemView) => {
        const lines = moreLinesOf(item.name, rowTags(item, true), nameRoom(page.data.selecting));
        return heightOfLines(lines, look.size);
      },
    }),
    publish: patch => page.setData(patch),
    // In large letters the button of a row takes a line of its own; there is none while selecting.
    get rowHeight() {
      return look.big && !page.data.selecting ? look.actionRowHeight : look.rowHeight;
    },
    viewHeight: windowHeight(),
  });
}
