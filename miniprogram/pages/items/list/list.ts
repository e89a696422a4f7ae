import type { ItemFilter, ItemKind, ItemSort, ItemView } from '../../../../typings/contract/items';
import { appearance, currentLook, knownSettings } from '../../../components/appearance/appearance';
import { kinds } from '../../../copy/common';
import { list as copy, sorts } from '../../../copy/items';
import type { Told, Touched } from '../../../platform/events';
import { open, openWith, received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { undoBatch } from '../../../services/batches';
import { showFacets } from '../../../services/items';
import { ItemCounts } from '../../../view/item-counts';
import { questionFrom, toggleChip, withQuery } from '../../../view/item-query';
import type { ItemRow } from '../../../view/item-row';
import { blankItemsScreen, choiceView, filterView } from '../../../view/items-screen';
import { failureView, refusalText } from '../../../view/refusal';
import {
  type Choice,
  chosenCount,
  everythingChosen,
  isChosen,
  MAX_BATCH,
  nothingChosen,
  toggle,
  toSelection,
} from '../../../view/selection';
import type { WindowedRows } from '../../../view/windowed-rows';
import { askRemoval, type ConfirmData, commitRemoval, finishSmall, notAsking } from '../removal';
import { itemsWindow } from './items-window';
import { chooseSort } from './sort-choice';

/** Pause after a key before the cloud is asked. */
const TYPING_MS = 250;

Page({
  behaviors: [appearance],
  data: { ...blankItemsScreen, ...(notAsking as ConfirmData) },

  kind: 'follow' as ItemKind,
  filter: {} as ItemFilter,
  sort: 'recent' as ItemSort,
  counts: new ItemCounts(),
  choice: nothingChosen as Choice,
  list: undefined as WindowedRows<ItemView, ItemRow> | undefined,
  typing: undefined as ReturnType<typeof setTimeout> | undefined,
  batchId: '',
  stale: false,

  onLoad(query: Record<string, string | undefined>) {
    const given = received(query);
    Object.assign(this, questionFrom(given), { counts: new ItemCounts() });
    wx.setNavigationBarTitle({ title: kinds[this.kind].name });
    this.setData({ removeText: kinds[this.kind].remove, query: this.filter.query ?? '' });
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
      return this.setData(failureView(outcome.error, outcome.now, await isOnline()));
    this.setData({
      state: (this.list?.items.length ?? 0) > 0 ? 'ready' : 'empty',
      ended: this.list?.isEnded ?? true,
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

  /** A new question: ticks made for the old one would silently change meaning, so they go. */
  ask(filter: ItemFilter) {
    this.filter = filter;
    if (this.data.selecting) this.choice = nothingChosen;
    void this.load();
    this.paintChoice();
  },

  onQuery(event: Told<{ value: string }>) {
    const { value } = event.detail;
    this.setData({ query: value });
    if (this.typing !== undefined) clearTimeout(this.typing);
    this.typing = setTimeout(() => this.ask(withQuery(this.filter, value)), TYPING_MS);
  },
  onClearQuery() {
    this.setData({ query: '' });
    this.ask(withQuery(this.filter, ''));
  },
  onClearAll() {
    this.setData({ query: '' });
    this.ask({});
  },
  onChip(event: Told<{ id: string }>) {
    const days = this.filter.silentDays ?? knownSettings().silentDays;
    this.ask(toggleChip(this.filter, event.detail.id, days));
  },
  onFilterToggle() {
    this.setData({ filterOpen: !this.data.filterOpen });
  },
  async onSort() {
    const sort = await chooseSort();
    if (sort === undefined) return;
    this.sort = sort;
    this.setData({ sortName: sorts[sort] });
    void this.load();
  },

  onScroll(event: Told<{ scrollTop: number }>) {
    if (this.list?.onScroll(event.detail.scrollTop)) void this.more();
  },
  async more() {
    const outcome = await this.list?.more();
    if (outcome?.state === 'failed') toast(refusalText(outcome.error, outcome.now));
    if (outcome?.state === 'ready') this.setData({ ended: this.list?.isEnded ?? true });
  },

  onRowTap(event: Touched<{ id: string }>) {
    const { id } = event.currentTarget.dataset;
    if (this.data.selecting) this.tick(id);
    else this.openItem(id);
  },
  onRowHold(event: Touched<{ id: string }>) {
    if (!this.data.selecting) this.startSelecting(toggle(nothingChosen, event.currentTarget.dataset.id));
  },
  openItem(id: string) {
    const item = this.list?.items.find(other => other.id === id);
    if (item === undefined) return;
    openWith('items/item/item', item, {
      changed: (changed: ItemView) => {
        this.list?.replace(changed);
        void this.count();
      },
      removed: (gone: { item: ItemView; batchId: string }) => this.showRemoved(gone.item, gone.batchId),
    });
  },

  onSelect() {
    this.startSelecting(nothingChosen);
  },
  startSelecting(choice: Choice) {
    this.choice = choice;
    this.setData({ selecting: true, undoText: '' });
    this.list?.repaint();
    this.paintChoice();
  },
  onExit() {
    this.choice = nothingChosen;
    this.setData({ selecting: false });
    this.list?.repaint();
  },
  onAll() {
    const { all } = this.choice;
    this.choice = all && this.choice.except.length === 0 ? nothingChosen : everythingChosen;
    this.list?.repaint();
    this.paintChoice();
  },
  tick(id: string) {
    this.choice = toggle(this.choice, id);
    const index = this.list?.drawnIndex(id) ?? -1;
    if (index >= 0) this.setData({ [`rows[${index}].checked`]: this.isTicked(id) });
    this.paintChoice();
  },
  isTicked(id: string): boolean {
    return isChosen(this.choice, id);
  },
  /** Rows that are all there need no counting. */
  matching(): number | undefined {
    return this.counts.matching ?? (this.list?.isEnded ? this.list.items.length : undefined);
  },
  paintChoice() {
    this.setData(choiceView(this.choice, this.matching(), this.kind));
  },

  async onRemove() {
    const count = chosenCount(this.choice, this.matching());
    if (count === 0 || this.data.preparing) return;
    if (count !== undefined && count > MAX_BATCH) return toast(copy.tooMany);
    const asked = await askRemoval(this, this.kind, toSelection(this.choice, this.filter), currentLook().big);
    if (asked !== undefined) this.batchId = asked;
  },
  onDismiss() {
    this.setData({ asking: false });
  },
  async onConfirm() {
    const batch = await commitRemoval(this, this.batchId);
    if (batch === 'expired') return this.onRemove();
    if (batch === undefined) return;
    const [only] = this.choice.all ? [] : this.choice.ids;
    const item = this.list?.items.find(other => other.id === only);
    this.onExit();
    if (batch.total === 1 && item !== undefined) {
      await finishSmall(batch);
      this.showRemoved(item, batch.batchId);
    } else {
      this.stale = true;
      open('batches/progress/progress', { id: batch.batchId });
    }
  },

  showRemoved(item: ItemView, batchId: string) {
    this.batchId = batchId;
    this.list?.remove([item.id]);
    this.counts.forget();
    this.paintFilter();
    void this.count();
    this.setData({ undoText: copy.removedOne(item.name) });
  },
  async onUndo() {
    this.setData({ undoText: '' });
    const reply = await undoBatch(this.batchId);
    toast(reply.ok ? copy.restored(String(reply.data.restored)) : refusalText(reply.error, reply.now));
    void this.load();
  },
  onUndoClose() {
    this.setData({ undoText: '' });
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
