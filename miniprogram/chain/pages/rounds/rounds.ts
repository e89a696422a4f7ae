import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Touched } from '../../../platform/events';
import { open, received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { failureView } from '../../../view/refusal';
import { dateText } from '../../../view/time';
import { rounds as copy } from '../../copy/rounds';
import { showRounds } from '../../services/chains';
import {
  monthAfter,
  type RoundRow,
  type RoundsScreen,
  roundsScreen,
  weekdayNames,
} from '../../view/rounds-screen';

/** Rounds of a recurring chain, a month at a time: one's own check-ins, and the way to each day's list. */
Page({
  behaviors: [appearance],
  data: {
    t: { ...common, ...copy },
    state: 'loading',
    failure: '',
    weekdays: weekdayNames,
    view: { month: '', numbers: [], weeks: [], rows: [] } as RoundsScreen,
    /** The day that was tapped. */
    chosen: null as RoundRow | null,
  },

  chainId: '',
  month: '',
  turn: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.chainId = received(query)['id'] ?? '';
    this.month = dateText(Date.now()).slice(0, 7);
  },
  onShow() {
    void this.load();
  },
  async load() {
    this.turn += 1;
    const { turn } = this;
    const reply = await showRounds(this.chainId, this.month);
    if (turn !== this.turn) return;
    if (!reply.ok) {
      if (this.data.state === 'ready') toast(common.notFresh);
      else this.setData(failureView(reply.error, reply.now, await isOnline()));
      return;
    }
    const view = roundsScreen(reply.data, this.month);
    const before = this.data.chosen?.date ?? dateText(reply.now);
    this.setData({ state: 'ready', view, chosen: view.rows.find(({ date }) => date === before) ?? null });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onEarlier() {
    this.turnTo(-1);
  },
  onLater() {
    this.turnTo(1);
  },
  turnTo(by: number) {
    this.month = monthAfter(this.month, by);
    this.setData({ chosen: null });
    void this.load();
  },
  onDay(event: Touched<{ date: string }>) {
    const { date } = event.currentTarget.dataset;
    this.setData({ chosen: this.data.view.rows.find(row => row.date === date) ?? null });
  },
  onOpen(event: Touched<{ date: string }>) {
    open('/chain/pages/detail/detail', { id: this.chainId, round: event.currentTarget.dataset.date });
  },
});
