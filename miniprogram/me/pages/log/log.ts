import type { LogLine } from '../../../../typings/contract/accounts';
import { appearance } from '../../../components/appearance/appearance';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { accountFailure } from '../../../view/account';
import { refusalText } from '../../../view/refusal';
import { log as copy } from '../../copy/log';
import { listLog } from '../../services/account';
import { type LogDay, logDays } from '../../view/log-screen';

/** One page of the past at a time, 50 lines: a year of them is never on the screen at once. */
Page({
  behaviors: [appearance],
  data: {
    t: copy,
    state: 'loading',
    failure: '',
    days: [] as LogDay[],
    hasNewer: false,
    hasOlder: false,
    busy: false,
  },

  /** Pages seen so far, newest first. */
  pages: [] as LogLine[][],
  at: 0,
  cursor: undefined as string | undefined,

  onLoad() {
    void this.load();
  },
  async load() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const reply = await listLog(this.cursor);
    this.setData({ busy: false });
    if (reply.ok) {
      this.pages = [...this.pages, reply.data.items];
      this.cursor = reply.data.cursor;
      this.show(this.pages.length - 1, reply.now);
    } else if (this.pages.length > 0) toast(refusalText(reply.error, reply.now));
    else this.setData(accountFailure(reply.error, reply.now, await isOnline()));
  },
  show(at: number, now: number) {
    this.at = at;
    const lines = this.pages[at] ?? [];
    this.setData({
      state: lines.length > 0 || at > 0 ? 'ready' : 'empty',
      days: logDays(lines, now),
      hasNewer: at > 0,
      hasOlder: at < this.pages.length - 1 || this.cursor !== undefined,
    });
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onOlder() {
    if (this.at < this.pages.length - 1) this.show(this.at + 1, Date.now());
    else void this.load();
  },
  onNewer() {
    this.show(this.at - 1, Date.now());
  },
});
