import type { FontMode, Settings, Theme } from '../../../../typings/contract/people';
import { appearance, knownSettings } from '../../../components/appearance/appearance';
import { changing } from '../../../pages/people/changing';
import type { Told } from '../../../platform/events';
import { showMe } from '../../../services/people';
import { appearancePage as copy } from '../../copy/appearance';
import { appearanceChips } from '../../view/appearance-screen';

/** What is known of the settings is on the phone; the server's word, if it differs, comes a moment later. */
Page({
  behaviors: [appearance],
  data: { t: copy, ...appearanceChips(knownSettings()) },

  ...changing,

  /** A choice made while the server was asked is newer than its answer. */
  chosen: false,

  onLoad() {
    this.paint(knownSettings());
    void this.refresh();
  },
  async refresh() {
    const reply = await showMe();
    if (reply.ok && !this.chosen) this.keep(reply.data.settings);
  },
  paint(settings: Settings) {
    this.setData(appearanceChips(settings));
  },
  choose(changes: Partial<Settings>) {
    this.chosen = true;
    void this.change(changes);
  },
  onFont(event: Told<{ id: FontMode }>) {
    this.choose({ fontMode: event.detail.id });
  },
  onTheme(event: Told<{ id: Theme }>) {
    this.choose({ theme: event.detail.id });
  },
});
