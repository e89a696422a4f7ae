import { exactObject } from '../../gateway/input';
import { refuse } from '../../gateway/refusal';
import { organize, persistently } from '../changing';
import { eventOf, logged } from '../events';
import { defineChainAction } from '../gate';
import { chainReply } from '../reply';
import { isGone } from '../rules';
import { chainId, paragraph } from '../schema';
import { refuseTexts } from '../texts';

const TEXT_MAX = 500;

/** Three requests. Taking it away is an announcement without a text, so that rounds see it go too. */
export const announce = defineChainAction<'chains.announce'>({
  who: 'organizer',
  input: exactObject({ chainId, text: paragraph(TEXT_MAX) }),
  logs: () => ({ what: 'announced', kind: 'chain' }),
  run: async ({ text }, call) => {
    const { uid, openid, now } = call;
    const refused = await refuseTexts(openid, [text]);
    if (refused) return refused;
    const outcome = await persistently(call.chain, async chain => {
      if (isGone(chain)) return refuse('GONE');
      if ((chain.announcement?.text ?? '') === text) return chainReply(chain, call);
      const event = eventOf(chain, uid, { at: now, what: 'announced', ...(text !== '' && { detail: text }) });
      const update = { $set: { announcement: { text, at: now } }, $push: logged(event) };
      const announced = await organize(chain, { state: chain.state }, update, now);
      return announced && chainReply(announced, call);
    });
    return outcome ?? refuse('CONFLICT');
  },
});
