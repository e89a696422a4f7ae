import type { FontMode } from '../../../../typings/contract/people';
import { currentLook, knownSettings, rememberSettings } from '../../../components/appearance/appearance';
import { fontOffer } from '../../../copy/home';
import { fontModes, me } from '../../../copy/people';
import type { Told } from '../../../platform/events';
import { readStored, writeStored } from '../../../platform/storage';
import { choose, toast } from '../../../platform/toast';
import { changeSettings } from '../../../services/people';
import { refusalText } from '../../../view/refusal';

/** Whether this phone was asked already; the answer itself is a setting and lies on the server. */
const OFFER_KEY = 'font-offered';
const isTrue = (value: unknown): value is true => value === true;

interface LetteringPage {
  setData(data: object): void;
  applyLook(): void;
  changeFont(fontMode: FontMode, done: string): Promise<void>;
}

/** The app is large only because the phone is, and nobody has been asked whether that is right. */
export const offersFont = (): boolean =>
  currentLook().big && knownSettings().fontMode === 'system' && readStored(OFFER_KEY, isTrue) === undefined;

/** The size of letters can be changed from the first screen, without looking for settings. */
export const lettering = {
  /** Shown at once, sent afterwards; put back when the server refuses. */
  async changeFont(this: LetteringPage, fontMode: FontMode, done: string): Promise<void> {
    const before = knownSettings();
    rememberSettings({ ...before, fontMode });
    this.applyLook();
    const reply = await changeSettings({ fontMode });
    if (!reply.ok) {
      rememberSettings({ ...knownSettings(), fontMode: before.fontMode });
      this.applyLook();
    }
    toast(reply.ok ? done : refusalText(reply.error, reply.now));
  },
  async onFont(this: LetteringPage): Promise<void> {
    const modes = Object.keys(fontModes) as FontMode[];
    const fontMode = modes[(await choose(modes.map(mode => fontModes[mode]))) ?? -1];
    if (fontMode !== undefined) await this.changeFont(fontMode, me.saved);
  },
  async onFontOffer(this: LetteringPage, event: Told<{ mode: FontMode }>): Promise<void> {
    writeStored(OFFER_KEY, true);
    this.setData({ offering: false });
    await this.changeFont(event.detail.mode, fontOffer.chosen);
  },
};
