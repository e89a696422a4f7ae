import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { failureView } from '../../../view/refusal';
import { chainReport as copy } from '../../copy/chain-report';
import { showStatistics } from '../../services/reports';
import { blankReport, chainReportScreen, isEmptyStatistics } from '../../view/chain-report';
import type { ReportCard } from '../../view/chart-card';

/** Cards of one setData: each may have 50 options, and its chart draws itself. There are 23 at most. */
const CARDS = 3;
const PAUSE_MS = 250;

/** Numbers of one chain, for those who organize it. */
Page({
  behaviors: [appearance],
  data: {
    t: copy,
    state: 'loading',
    failure: '',
    view: blankReport,
  },

  chainId: '',
  turn: 0,

  onLoad(query: Record<string, string | undefined>) {
    this.chainId = received(query)['id'] ?? '';
  },
  onShow() {
    void this.load();
  },
  async load() {
    this.turn += 1;
    const { turn } = this;
    const reply = await showStatistics(this.chainId);
    if (turn !== this.turn) return;
    if (!reply.ok) {
      if (this.data.state === 'ready') toast(common.notFresh);
      else this.setData(failureView(reply.error, reply.now, await isOnline()));
      return;
    }
    const { cards, ...rest } = chainReportScreen(reply.data);
    const state = isEmptyStatistics(reply.data) ? 'empty' : 'ready';
    this.setData({ state, view: { ...rest, cards: cards.slice(0, CARDS) } });
    this.showMore(cards, turn);
  },
  /** The next cards, a moment later; those of an older answer are dropped. */
  showMore(cards: readonly ReportCard[], turn: number) {
    const { length } = this.data.view.cards;
    if (length >= cards.length) return;
    setTimeout(() => {
      if (turn !== this.turn) return;
      const more = cards.slice(length, length + CARDS);
      const paths = more.map((card, index) => [`view.cards[${length + index}]`, card]);
      this.setData(Object.fromEntries(paths));
      this.showMore(cards, turn);
    }, PAUSE_MS);
  },
  onUnload() {
    this.turn += 1;
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
