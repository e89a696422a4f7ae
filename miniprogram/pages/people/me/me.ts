import type { MeView, Settings } from '../../../../typings/contract/people';
import { appearance, knownSettings } from '../../../components/appearance/appearance';
import { accountGone, me as copy, deletionNotice } from '../../../copy/people';
import type { Told } from '../../../platform/events';
import { open } from '../../../platform/navigation';
import { toast } from '../../../platform/toast';
import { showLimits } from '../../../services/limits';
import { showMe, withdrawDeletion } from '../../../services/people';
import { isAccountGone } from '../../../view/account';
import { quotaRow } from '../../../view/limits-screen';
import {
  type EntryId,
  entryGroupRows,
  profileHead,
  silentDaysFrom,
  silentPick,
} from '../../../view/me-screen';
import { refusalText } from '../../../view/refusal';
import { changing } from '../changing';

const pages: Record<Exclude<EntryId, 'silent'>, string> = {
  limits: 'limits/limits/limits',
  report: '/report/pages/report/report',
  content: 'contents/content/content',
  contacts: '/chain/pages/contacts/contacts',
  data: '/me/pages/data/data',
  log: '/me/pages/log/log',
  appearance: '/me/pages/appearance/appearance',
  help: '/me/pages/help/help',
  privacy: '/me/pages/privacy/privacy',
  review: 'review/queue/queue',
  deletion: '/me/pages/deletion/deletion',
};

/** Everything but the head is known without the cloud, so the page is there at once whatever the network does. */
Page({
  behaviors: [appearance],
  data: {
    t: { ...copy, ...accountGone },
    /** When the content is from, if the cloud could not be asked; 0 when it could. */
    keptAt: 0,
    gone: false,
    head: profileHead({}),
    groups: entryGroupRows(knownSettings(), false, undefined),
    eraseAt: 0,
    /** The server's clock minus the phone's, ms. */
    skew: 0,
    withdrawing: false,
    pick: silentPick(knownSettings().silentDays),
    pickOpen: false,
  },

  ...changing,

  administrator: false,
  unfollow: undefined as string | undefined,
  /** Of the newest question; answers to older ones are dropped. */
  turn: 0,

  onShow() {
    this.paint(knownSettings());
    void this.load();
  },

  async load() {
    this.turn += 1;
    const { turn } = this;
    const [limits, mine] = await Promise.all([showLimits(), showMe()]);
    if (turn !== this.turn) return;
    const unfollow = limits.ok && limits.data.quotas.find(({ policy }) => policy === 'unfollow');
    if (unfollow) this.unfollow = quotaRow(unfollow, limits.now).text;
    if (mine.ok) this.show(mine.data, mine.now, mine.keptAt);
    else if (isAccountGone(mine.error)) this.setData({ gone: true });
    else this.paint(knownSettings());
  },
  show(mine: MeView, now: number, keptAt = 0) {
    this.administrator = mine.administrator;
    this.keep(mine.settings);
    this.setData({
      keptAt,
      gone: false,
      head: profileHead(mine.profile),
      eraseAt: mine.deletion?.eraseAt ?? 0,
      skew: now - Date.now(),
    });
  },
  paint(settings: Settings) {
    this.setData({
      groups: entryGroupRows(settings, this.administrator, this.unfollow),
      pick: silentPick(settings.silentDays),
    });
  },

  onProfile() {
    open('/me/pages/profile/profile');
  },
  onEntry(event: Told<{ id: EntryId }>) {
    const { id } = event.detail;
    if (id === 'silent') this.setData({ pickOpen: true });
    else open(pages[id]);
  },
  onPick(event: Told<{ id: string }>) {
    this.setData({ pickOpen: false });
    void this.change({ silentDays: silentDaysFrom(event.detail.id) });
  },
  onPickDismiss() {
    this.setData({ pickOpen: false });
  },

  async onWithdraw() {
    this.setData({ withdrawing: true });
    const reply = await withdrawDeletion();
    this.setData({ withdrawing: false });
    if (reply.ok) this.show(reply.data, reply.now);
    else if (isAccountGone(reply.error)) void this.load();
    toast(reply.ok ? deletionNotice.withdrawn : refusalText(reply.error, reply.now));
  },
  onOver() {
    void this.load();
  },
});
