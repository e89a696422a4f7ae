import type { ReportDays } from '../../../../typings/contract/reports';
import { appearance } from '../../../components/appearance/appearance';
import { common } from '../../../copy/common';
import type { Told } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { failureView } from '../../../view/refusal';
import { report as copy } from '../../copy/report';
import { showReport } from '../../services/reports';
import { dayChips, daysFrom, isEmptyReport, type ReportScreen, reportScreen } from '../../view/report-screen';

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    state: 'loading',
    failure: '',
    chips: dayChips(30),
    view: { numbers: [], cards: [] } as ReportScreen,
  },

  days: 30 as ReportDays,
  /** Of the latest question; answers to older ones are dropped. */
  asked: 0,

  onShow() {
    void this.load();
  },

  async load() {
    this.asked += 1;
    const { asked } = this;
    const reply = await showReport(this.days);
    if (asked !== this.asked) return;
    if (!reply.ok) {
      if (this.data.state === 'ready') toast(common.notFresh);
      else this.setData(failureView(reply.error, reply.now, await isOnline()));
      return;
    }
    this.setData({
      state: isEmptyReport(reply.data) ? 'empty' : 'ready',
      view: reportScreen(reply.data),
    });
  },

  onDays(event: Told<{ id: string }>) {
    this.days = daysFrom(event.detail.id);
    this.setData({ chips: dayChips(this.days), state: 'loading' });
    void this.load();
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onImport() {
    open('imports/import/import');
  },
});
