import type { MeView } from '../../../../typings/contract/people';
import { appearance } from '../../../components/appearance/appearance';
import { deletionNotice } from '../../../copy/people';
import type { Told, Touched } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { showMe, withdrawDeletion } from '../../../services/people';
import { accountFailure } from '../../../view/account';
import { refusalText } from '../../../view/refusal';
import { monthDayTimeText } from '../../../view/time';
import { deletion as copy } from '../../copy/deletion';
import { previewDeletion, requestDeletion } from '../../services/account';
import { blankDeletion, deletionScreen, isConfirmed } from '../../view/deletion-screen';

const GRACE_MS = 72 * 3_600_000;

/** Told in full first, then asked with a word to be typed; taken back with one tap. */
Page({
  behaviors: [appearance],
  data: {
    t: copy,
    state: 'loading',
    failure: '',
    view: blankDeletion,
    /** Epoch ms; 0 while the account is not to be deleted. */
    eraseAt: 0,
    /** The server's clock minus the phone's, ms. */
    skew: 0,
    asking: false,
    until: '',
    typed: '',
    problem: '',
    busy: false,
  },

  /** Also after somebody was named to take a chain over. */
  onShow() {
    void this.load();
  },
  async load() {
    const [mine, preview] = await Promise.all([showMe(), previewDeletion()]);
    const failed = mine.ok ? preview : mine;
    if (!failed.ok) return this.setData(accountFailure(failed.error, failed.now, await isOnline()));
    if (mine.ok) this.show(mine.data, mine.now);
    if (preview.ok) this.setData({ state: 'ready', view: deletionScreen(preview.data) });
  },
  show({ deletion }: MeView, now: number) {
    this.setData({ eraseAt: deletion?.eraseAt ?? 0, skew: now - Date.now() });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  onBackup() {
    open('/me/pages/data/data');
  },
  onAppoint(event: Touched<{ id: string }>) {
    open('/chain/pages/staff/staff', { id: event.currentTarget.dataset.id });
  },

  onGo() {
    const until = copy.confirmHint(monthDayTimeText(Date.now() + this.data.skew + GRACE_MS));
    this.setData({ asking: true, typed: '', problem: '', until });
  },
  onVisibleChange(event: Told<{ visible: boolean }>) {
    if (!event.detail.visible) this.onBack();
  },
  onBack() {
    this.setData({ asking: false });
  },
  onTyped(event: Told<{ value: string }>) {
    this.setData({ typed: event.detail.value, problem: '' });
  },
  async onConfirm() {
    if (this.data.busy) return;
    if (!isConfirmed(this.data.typed)) return this.setData({ problem: copy.typeMissing });
    this.setData({ busy: true, problem: '' });
    const reply = await requestDeletion();
    this.setData({ busy: false });
    if (!reply.ok) return this.setData({ problem: refusalText(reply.error, reply.now) });
    this.setData({ asking: false });
    this.show(reply.data, reply.now);
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    toast(copy.requested);
  },

  async onWithdraw() {
    this.setData({ busy: true });
    const reply = await withdrawDeletion();
    this.setData({ busy: false });
    if (reply.ok) this.show(reply.data, reply.now);
    toast(reply.ok ? deletionNotice.withdrawn : refusalText(reply.error, reply.now));
  },
  onOver() {
    void this.load();
  },
});
