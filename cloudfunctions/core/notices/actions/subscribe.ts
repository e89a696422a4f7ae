import { defineAction } from '../../gateway/action';
import { done } from '../../gateway/refusal';
import { seal } from '../../platform/sealing';
import { subscriptionPlace } from '../document';
import { subscribeInput } from '../schema';
import { addAcceptances } from '../store';

/** WeChat counts acceptances too and has the last word: who says more than was accepted gains nothing. */
export const subscribe = defineAction<'chains.subscribe'>({
  who: 'self',
  input: subscribeInput,
  run: async ({ requestId, kinds }, { uid, openid }) => {
    const sealed = seal(openid, subscriptionPlace(uid));
    const { left } = await addAcceptances(uid, sealed, requestId, kinds);
    return done({ left });
  },
});
