import type { ChainEvent } from '../../../../typings/contract/chains';
import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Told } from '../../../platform/events';
import { received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import type { Chip } from '../../../view/item-query';
import { failureView, refusalText } from '../../../view/refusal';
import { history as copy } from '../../copy/history';
import { listHistory } from '../../services/organizing';
import { type EventRow, eventRow, historyChips } from '../../view/history-screen';

/** One page of the past at a time: a busy chain has thousands of lines. */
Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    rows: [] as EventRow[],
    chips: [] as Chip[],
    hasNewer: false,
    hasOlder: false,
  },

  chainId: '',
  /** Pages seen so far, newest first. */
  pages: [] as ChainEvent[][],
  at: 0,
  cursor: undefined as string | undefined,
  /** Of the latest question; answers to older ones are dropped. */
  turn: 0,

  onLoad(query: Record<string, string | undefined>) {
    const { id = '', series } = received(query);
    this.chainId = id;
    if (series !== undefined) this.setData({ chips: historyChips(id, series, id) });
    void this.load();
  },
  async load() {
    this.turn += 1;
    const { turn } = this;
    const reply = await listHistory(this.chainId, this.cursor);
    if (turn !== this.turn) return;
    if (reply.ok) {
      this.pages = [...this.pages, reply.data.items];
      this.cursor = reply.data.cursor;
      this.show(this.pages.length - 1, reply.now);
    } else if (this.pages.length > 0) toast(refusalText(reply.error, reply.now));
    else this.setData(failureView(reply.error, reply.now, await isOnline()));
  },
  show(at: number, now: number) {
    this.at = at;
    const events = this.pages[at] ?? [];
    this.setData({
      state: events.length > 0 ? 'ready' : 'empty',
      rows: events.map((event, index) => eventRow(event, index, now)),
      hasNewer: at > 0,
      hasOlder: at < this.pages.length - 1 || this.cursor !== undefined,
    });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  /** Of one round, or of the recurring chain it belongs to. */
  onChip(event: Told<{ id: string }>) {
    this.setData({ chips: this.data.chips.map(chip => ({ ...chip, on: chip.id === event.detail.id })) });
    Object.assign(this, { chainId: event.detail.id, pages: [], cursor: undefined });
    this.onRetry();
  },
  onOlder() {
    if (this.at < this.pages.length - 1) this.show(this.at + 1, Date.now());
    else void this.load();
  },
  onNewer() {
    this.show(this.at - 1, Date.now());
  },
});
