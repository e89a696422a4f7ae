import type { FontMode, Settings, Theme } from '../../../../typings/contract/people';
import {
  appearance,
  currentLook,
  knownSettings,
  rememberSettings,
} from '../../../components/appearance/appearance';
import { me as copy } from '../../../copy/people';
import type { Told } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { isOnline } from '../../../platform/system';
import { toast } from '../../../platform/toast';
import { showLimits } from '../../../services/limits';
import { changeSettings, showMe } from '../../../services/people';
import { type LimitRow, limitRow, settingChips, silentDaysFrom } from '../../../view/me-screen';
import { failureView, refusalText } from '../../../view/refusal';

/** The limits a person meets in daily use; the others only show when they are hit. */
const SHOWN: readonly string[] = ['unfollow', 'unlike.daily', 'unfavorite', 'restore'];

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    ...settingChips(knownSettings()),
    state: 'loading',
    failure: '',
    limits: [] as LimitRow[],
  },

  onShow() {
    this.setData(settingChips(knownSettings()));
    void this.load();
  },

  async load() {
    const [limits, mine] = await Promise.all([showLimits(), showMe()]);
    if (mine.ok) {
      rememberSettings(mine.data.settings);
      this.setData({ ...settingChips(mine.data.settings), look: currentLook() });
    }
    if (!limits.ok) {
      this.setData(failureView(limits.error, limits.now, await isOnline()));
      return;
    }
    const shown = limits.data.quotas.filter(quota => SHOWN.includes(quota.policy));
    this.setData({ state: 'ready', limits: shown.map(quota => limitRow(quota, limits.now)) });
  },
  onRetry() {
    this.setData({ state: 'loading' });
    void this.load();
  },

  /** Shown at once, sent afterwards; put back when the server refuses. */
  async change(changes: Partial<Settings>) {
    const before = knownSettings();
    this.paint({ ...before, ...changes });
    const reply = await changeSettings(changes);
    if (reply.ok) return;
    this.paint(before);
    toast(refusalText(reply.error, reply.now));
  },
  paint(settings: Settings) {
    rememberSettings(settings);
    this.setData(settingChips(settings));
    (this as unknown as { applyLook(): void }).applyLook();
  },

  onFont(event: Told<{ id: FontMode }>) {
    void this.change({ fontMode: event.detail.id });
  },
  onTheme(event: Told<{ id: Theme }>) {
    void this.change({ theme: event.detail.id });
  },
  onDays(event: Told<{ id: string }>) {
    void this.change({ silentDays: silentDaysFrom(event.detail.id) });
  },
  onTrash() {
    open('trash/list/list');
  },
  onChecklist() {
    open('trash/checklist/checklist');
  },
});
