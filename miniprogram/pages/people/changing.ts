import type { Settings } from '../../../typings/contract/people';
import { currentLook, knownSettings, rememberSettings } from '../../components/appearance/appearance';
import { toast } from '../../platform/toast';
import { changeSettings } from '../../services/people';
import type { Appearance } from '../../view/appearance';
import { refusalText } from '../../view/refusal';

interface ChangingPage {
  setData(data: { look: Appearance }): void;
  applyLook?(): void;
  paint(settings: Settings): void;
  keep(settings: Settings): void;
}

/** Only what this change brought: something chosen meanwhile stays. */
const putBack = (changes: Partial<Settings>, before: Settings): Settings => {
  const now = knownSettings();
  const keys = (Object.keys(changes) as (keyof Settings)[]).filter(key => now[key] === changes[key]);
  return { ...now, ...Object.fromEntries(keys.map(key => [key, before[key]])) };
};

/** Settings are shown at once, WeChat's own bars included, sent afterwards, and put back when the server refuses. */
export const changing = {
  async change(this: ChangingPage, changes: Partial<Settings>) {
    const before = knownSettings();
    this.keep({ ...before, ...changes });
    const reply = await changeSettings(changes);
    if (reply.ok) return;
    this.keep(putBack(changes, before));
    toast(refusalText(reply.error, reply.now));
  },
  keep(this: ChangingPage, settings: Settings) {
    rememberSettings(settings);
    this.paint(settings);
    this.setData({ look: currentLook() });
    this.applyLook?.();
  },
};
