import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { addressOf } from '../../items/canonical-url';
import { contentKeyOf } from '../../items/document';
import { webAddress } from '../../items/schema';
import { slowPersons } from '../../limits/store';
import { liveLikes, weightOf } from '../rules';
import { readLikes, readPeak } from '../store';

/** Numbers only, for anybody who has the address: three requests. */
export const showContent = defineAction<'contents.show'>({
  who: 'self',
  input: exactObject({ url: webAddress }),
  run: async ({ url }, { now }) => {
    const address = addressOf(url);
    if (!address) return refuse('BAD_INPUT', { path: 'url', expected: 'an http(s) address' });
    const key = contentKeyOf(address.canonical);
    const [slow, peak] = await Promise.all([slowPersons(now), readPeak(key)]);
    const groups = await readLikes(key, slow, now);
    const likes = liveLikes(groups);
    const weight = weightOf(groups, now);
    return done({ url: address.canonical, likes, peakLikes: Math.max(peak, likes), weight });
  },
});
