import { appearance } from '../../../components/appearance/appearance';
import { limits as copy } from '../../../copy/limits';
import { connection } from '../../../platform/connection';
import { showLimits } from '../../../services/limits';
import { type LimitsScreen, limitsScreen } from '../../../view/limits-screen';
import { failureView } from '../../../view/refusal';

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    state: 'loading',
    failure: '',
    /** When the content is from, if the cloud could not be asked; 0 when it could. */
    keptAt: 0,
    view: { grade: '', rows: [], slow: '', underReview: false, table: [] } as LimitsScreen,
    tableOpen: false,
  },

  onShow() {
    void this.load();
  },
  async load() {
    const reply = await showLimits();
    if (reply.ok)
      this.setData({ state: 'ready', keptAt: reply.keptAt ?? 0, view: limitsScreen(reply.data, reply.now) });
    else if (this.data.state !== 'ready')
      this.setData(failureView(reply.error, reply.now, connection().online));
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onTable() {
    this.setData({ tableOpen: !this.data.tableOpen });
  },
});
