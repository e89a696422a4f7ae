import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { received } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { failureView } from '../../../view/refusal';
import { chainReport as copy } from '../../copy/chain-report';
import { showStatistics } from '../../services/reports';
import { blankReport, chainReportScreen, isEmptyStatistics } from '../../view/chain-report';

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
    this.setData({
      state: isEmptyStatistics(reply.data) ? 'empty' : 'ready',
      view: chainReportScreen(reply.data),
    });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
});
