import { checkTexts } from '../../checks/checking';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse, refuseOver } from '../../gateway/refusal';
import { takeQuota } from '../../limits/store';
import { parseChain } from '../document';
import { completeDraft, deadlineFlaw, flawOf, imagesFlaw, textsOf } from '../draft';
import { newChain } from '../new-chain';
import { chainDraft, requestId } from '../schema';
import { findChain, insertChain } from '../store';
import { chainView } from '../view';

/**
 * Two requests, one more on a person's first use of limits. Everything that can be refused is refused before the limit is
 * touched; the same request again is charged once and meets the chain it made.
 */
export const createChain = defineAction<'chains.create'>({
  who: 'self',
  input: exactObject({ requestId, draft: chainDraft }),
  logs: ({ chain }) => ({ what: 'chain-created', kind: 'chain', key: chain.chainId }),
  run: async ({ requestId: request, draft }, { uid, openid, now }) => {
    const settings = completeDraft(draft);
    const flaw = flawOf(settings) ?? deadlineFlaw(settings, now) ?? imagesFlaw(settings, uid);
    if (flaw) return refuse('BAD_INPUT', { ...flaw, path: `draft.${flaw.path}` });
    const checked = await checkTexts(openid, 'forum', textsOf(settings));
    if (checked === 'refused') return refuse('CONTENT_REFUSED');
    const state = checked === 'pass' ? 'open' : 'checking';
    const made = newChain({ uid, request, settings, state, now });
    const taken = await takeQuota({ uid, policy: 'chain.create', take: 1, chargeId: made._id, now });
    if (!taken.ok) return refuseOver(taken.quota, `每天最多发起 ${taken.quota.limit} 个接龙，请明天再来`);
    const chain = (await insertChain(made)) ? parseChain(made) : await findChain(made._id);
    // What was made by this request and erased since is not made again.
    if (!chain) return refuse('GONE');
    return done({ chain: await chainView(chain, [], { uid, now }) }, taken.quota);
  },
});
