import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import { limits as copy } from '../../../copy/limits';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { showLimits } from '../../../services/limits';
import { type LimitsScreen, limitsScreen } from '../../../view/limits-screen';
import { failureView } from '../../../view/refusal';

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    state: 'loading',
    failure: '',
    view: { grade: '', rows: [], slow: '', underReview: false, table: [] } as LimitsScreen,
    tableOpen: false,
  },

  onShow() {
    void this.load();
  },
  async load() {
    const reply = await showLimits();
    if (reply.ok) this.setData({ state: 'ready', view: limitsScreen(reply.data, reply.now) });
    else if (this.data.state === 'ready') toast(common.notFresh);
    else this.setData(failureView(reply.error, reply.now, await isOnline()));
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onTable() {
    this.setData({ tableOpen: !this.data.tableOpen });
  },
});
