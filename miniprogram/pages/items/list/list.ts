import type { BatchView } from '../../../../typings/contract/batches';
import type { ItemFilter, ItemKind, ItemSort, ItemView } from '../../../../typings/contract/items';
import { appearance, knownSettings } from '../../../components/appearance/appearance';
import { kinds } from '../../../copy/common';
import { connection } from '../../../platform/connection';
import type { Told } from '../../../platform/events';
import { open, received } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { showFacets } from '../../../services/items';
import { ItemCounts } from '../../../view/item-counts';
import { questionFrom } from '../../../view/item-query';
import { blankItemsScreen, filterView } from '../../../view/items-screen';
import type { ListRow } from '../../../view/list-row';
import { failureView, refusalText } from '../../../view/refusal';
import { everythingChosen } from '../../../view/selection';
import type { WindowedRows } from '../../../view/windowed-rows';
import { type Asked, type ConfirmData, finishSmall, notAsking, removing } from '../removal';
import { undoing } from '../undoing';
import { asking } from './asking';
import { editing } from './editing';
import { itemsWindow } from './items-window';
import { rowActions } from './row-actions';
import { selecting } from './selecting';

Page({
  behaviors: [appearance],
  data: { ...blankItemsScreen, ...(notAsking as ConfirmData) },

  ...asking,
  ...selecting,
  ...editing,
  ...rowActions,
  ...removing,
  ...undoing,

  kind: 'follow' as ItemKind,
  filter: {} as ItemFilter,
  sort: 'recent' as ItemSort,
  counts: new ItemCounts(),
  list: undefined as WindowedRows<ItemView, ListRow> | undefined,
  stale: false,

  onLoad(query: Record<string, string | undefined>) {
    const given = received(query);
    Object.assign(this, questionFrom(given), { counts: new ItemCounts() });
    const { name, remove } = kinds[this.kind];
    wx.setNavigationBarTitle({ title: name });
    this.setData({ name, removeText: remove, asideText: remove, query: this.filter.query ?? '' });
    this.list = itemsWindow(this);
    void this.load().then(() => {
      // Never everything by mistake: without a readable filter nothing is ticked.
      if (given['select'] === 'all' && this.data.filtered) this.startSelecting(everythingChosen);
    });
  },
  onShow() {
    if (this.stale) void this.load();
    this.stale = false;
  },
  onUnload() {
    if (this.typing !== undefined) clearTimeout(this.typing);
  },

  async load() {
    const { filter } = this;
    this.counts.forget();
    this.paintFilter();
    const outcome = await this.list?.restart();
    if (outcome === undefined || outcome.state === 'stale' || filter !== this.filter) return;
    if (outcome.state === 'failed')
      return this.setData(failureView(outcome.error, outcome.now, connection().online));
    this.setData({
      state: (this.list?.items.length ?? 0) > 0 ? 'ready' : 'empty',
      keptAt: outcome.keptAt ?? 0,
      ended: this.list?.isEnded ?? true,
      swiped: '',
      // A scroll-view moves only when the value differs from the one before.
      scrollTop: this.data.scrollTop === 0 ? 0.1 : 0,
    });
    void this.count();
  },
  /** Nothing waits for this. */
  async count() {
    if (!(await this.counts.ask(() => showFacets(this.kind, this.filter)))) return;
    this.paintFilter();
    this.paintChoice();
  },
  paintFilter() {
    this.setData(filterView(this.filter, this.counts, this.kind, knownSettings().silentDays));
  },

  onScroll(event: Told<{ scrollTop: number }>) {
    if (this.data.swiped !== '') this.setData({ swiped: '' });
    if (this.list?.onScroll(event.detail.scrollTop)) void this.more();
  },
  async more() {
    const outcome = await this.list?.more();
    if (outcome?.state === 'failed') toast(refusalText(outcome.error, outcome.now));
    if (outcome?.state === 'ready' && this.list?.isEnded) this.setData({ ended: true });
  },

  /** One item leaves the list and can be taken back here; a batch has a screen of its own. */
  async onRemoved(batch: BatchView, { selection }: Asked) {
    const [only] = 'ids' in selection ? selection.ids : [];
    const item = this.list?.items.find(other => other.id === only);
    this.onExit();
    if (batch.total === 1 && item !== undefined) {
      const { batchId, removed } = await finishSmall(batch);
      if (removed > 0) return this.showRemoved(item, batchId);
    }
    this.stale = true;
    open('batches/progress/progress', { id: batch.batchId });
  },

  onUndone() {
    void this.load();
  },
  /** Why it was removed is asked where its batch is shown. */
  onUndoMore() {
    this.setData({ undoText: '' });
    this.stale = true;
    open('batches/progress/progress', { id: this.undoId });
  },

  onEmptyAction() {
    if (this.data.filtered) this.onClearAll();
    else open('imports/import/import', { kind: this.kind });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
