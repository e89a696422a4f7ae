import type { Settings } from '../../../typings/contract/people';
import { knownSettings, rememberSettings } from '../../components/appearance/appearance';
import { toast } from '../../platform/toast';
import { changeSettings } from '../../services/people';
import { putBack } from '../../view/me-screen';
import { refusalText } from '../../view/refusal';

interface ChangingPage {
  /** Of the behavior `appearance`. */
  applyLook?(): void;
  paint(settings: Settings): void;
  keep(settings: Settings): void;
}

/** Settings are shown at once, WeChat's own bars included, sent afterwards, and put back when the server refuses. */
export const changing = {
  async change(this: ChangingPage, changes: Partial<Settings>) {
    const before = knownSettings();
    this.keep({ ...before, ...changes });
    const reply = await changeSettings(changes);
    if (reply.ok) return;
    this.keep(putBack(knownSettings(), changes, before));
    toast(refusalText(reply.error, reply.now));
  },
  keep(this: ChangingPage, settings: Settings) {
    rememberSettings(settings);
    this.paint(settings);
    this.applyLook?.();
  },
};
