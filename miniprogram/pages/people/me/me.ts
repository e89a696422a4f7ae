import type { FontMode, Settings, Theme } from '../../../../typings/contract/people';
import {
  appearance,
  currentLook,
  knownSettings,
  rememberSettings,
} from '../../../components/appearance/appearance';
import { me as copy } from '../../../copy/people';
import type { Told, Touched } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { showLimits } from '../../../services/limits';
import { changeSettings, showMe } from '../../../services/people';
import { quotaRow } from '../../../view/limits-screen';
import { type EntryId, entryRows, settingChips, silentDaysFrom } from '../../../view/me-screen';
import { refusalText } from '../../../view/refusal';

const pages: Record<EntryId, string> = {
  limits: 'limits/limits/limits',
  report: '/report/pages/report/report',
  export: 'exports/export/export',
  content: 'contents/content/content',
  trash: 'trash/list/list',
  checklist: 'trash/checklist/checklist',
  review: 'review/queue/queue',
};

Page({
  behaviors: [appearance],
  data: {
    t: copy,
    ...settingChips(knownSettings()),
    entries: entryRows({ administrator: false }, undefined),
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
    const unfollow = limits.ok && limits.data.quotas.find(({ policy }) => policy === 'unfollow');
    const left = unfollow ? quotaRow(unfollow, limits.now).text : undefined;
    this.setData({ entries: entryRows(mine.ok ? mine.data : { administrator: false }, left) });
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
  onEntry(event: Touched<{ id: EntryId }>) {
    open(pages[event.currentTarget.dataset.id]);
  },
});
