import type { FontMode } from '../../../typings/contract/people';
import { fontOffer } from '../../copy/home';
import { fontModes } from '../../copy/people';
import type { Touched } from '../../platform/events';
import type { FontSize } from '../../view/appearance';

const sizes: readonly FontSize[] = ['extra-large', 'large', 'standard'];

/** To somebody whose phone has large letters: says what the app makes of it, and lets them choose. Tells `choose {mode}`. */
Component({
  properties: {
    /** How the app looks now. */
    size: { type: String, value: '' },
  },
  data: { t: fontOffer, choices: [] as { mode: FontMode; text: string; now: boolean }[] },
  observers: {
    size(now: FontSize) {
      const choices = sizes.map(mode => ({
        mode,
        text: mode === now ? fontOffer.stay(fontModes[mode]) : fontModes[mode],
        now: mode === now,
      }));
      // What is there already comes first: keeping it is one tap.
      this.setData({ choices: [...choices].sort((a, b) => Number(b.now) - Number(a.now)) });
    },
  },
  methods: {
    onChoose(event: Touched<{ mode: FontMode }>) {
      this.triggerEvent('choose', { mode: event.currentTarget.dataset.mode });
    },
  },
});
