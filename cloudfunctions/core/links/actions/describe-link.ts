import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { addressOf } from '../../items/canonical-url';
import { webAddress } from '../../items/schema';
import { describeLink } from '../describing';
import { takeTurn } from '../turns';

/** No database request at all. */
export const describeLinkAction = defineAction<'links.describe'>({
  who: 'self',
  input: exactObject({ url: webAddress }),
  run: async ({ url }, { now }) => {
    const address = addressOf(url);
    if (!address) return refuse('BAD_INPUT', { path: 'url', expected: 'an http(s) address' });
    if (!takeTurn(now)) return done({ url: address.canonical, found: false, dead: false });
    return done(await describeLink(address.canonical, address.url));
  },
});
