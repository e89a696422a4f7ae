import type { ItemView } from '../../../../typings/contract/items';
import { list as copy } from '../../../copy/items';
import type { Told, Touched } from '../../../platform/events';
import { openWith } from '../../../platform/navigation';
import { twinsAt } from '../../../view/list-row';
import { nothingChosen, toggle } from '../../../view/selection';
import { mergeTwins } from '../merging';
import type { ListPage } from './list-page';

type RowTouch = Touched<{ id: string }>;

interface RowsPage extends ListPage {
  tick(id: string): void;
  openItem(item: ItemView): void;
  merge(id: string): Promise<void>;
  showRemoved(item: ItemView, batchId: string): void;
}

/** What a finger does on a row. */
export const rowActions = {
  onRowTap(this: RowsPage, event: RowTouch): void {
    const { id } = event.currentTarget.dataset;
    const item = this.list?.items.find(other => other.id === id);
    if (this.data.swiped !== '') this.setData({ swiped: '' });
    else if (this.data.selecting) this.tick(id);
    else if (item !== undefined) this.openItem(item);
  },
  /** A like is cancelled by a long press, after one question; the others begin a selection. */
  onRowHold(this: RowsPage, event: RowTouch): void {
    const { id } = event.currentTarget.dataset;
    if (this.data.selecting) return;
    if (this.kind === 'like') void this.askRemoval(this.kind, { ids: [id] });
    else this.startSelecting(toggle(nothingChosen, id));
  },
  onSlide(this: RowsPage, event: Told<{ open: boolean }> & RowTouch): void {
    const { id } = event.currentTarget.dataset;
    if (event.detail.open) this.setData({ swiped: id });
    else if (this.data.swiped === id) this.setData({ swiped: '' });
  },
  onAside(this: RowsPage, event: RowTouch): void {
    this.setData({ swiped: '' });
    void this.askRemoval(this.kind, { ids: [event.currentTarget.dataset.id] });
  },
  /** The button of a row: whatever a swipe or a long press would do, and the merging of twins. */
  onAct(this: RowsPage, event: RowTouch): void {
    const { id } = event.currentTarget.dataset;
    const act = this.data.rows.find(row => row.id === id)?.act;
    if (act === 'open') this.setData({ swiped: this.data.swiped === id ? '' : id });
    if (act === 'remove') void this.askRemoval(this.kind, { ids: [id] });
    if (act === 'merge') void this.merge(id);
  },

  openItem(this: RowsPage, item: ItemView): void {
    openWith('items/item/item', item, {
      changed: (changed: ItemView) => {
        this.list?.replace(changed);
        void this.count();
      },
      removed: (gone: { item: ItemView; batchId: string }) => this.showRemoved(gone.item, gone.batchId),
      // Twins became one: more than this row has changed.
      merged: () => void this.load(),
    });
  },

  /** All twins of an item that are loaded become one. */
  async merge(this: RowsPage, id: string): Promise<void> {
    const items = this.list?.items ?? [];
    const index = items.findIndex(item => item.id === id);
    if ((await mergeTwins(this, twinsAt(items, index))) !== undefined) await this.load();
  },

  showRemoved(this: RowsPage, item: ItemView, batchId: string): void {
    this.list?.remove([item.id]);
    this.counts.forget();
    this.paintFilter();
    if (this.list?.items.length === 0) this.setData({ state: 'empty' });
    void this.count();
    this.offerUndo(batchId, copy.removedOne(item.name), item.kind === 'follow' ? copy.why : '');
  },
};
