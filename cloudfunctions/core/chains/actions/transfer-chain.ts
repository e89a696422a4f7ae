import * as v from 'valibot';
import { exactObject } from '../../gateway/input';
import { type Refused, refuse } from '../../gateway/refusal';
import { organize, persistently } from '../changing';
import type { ChainDocument } from '../document';
import { eventOf, logged } from '../events';
import { defineChainAction } from '../gate';
import { chainReply } from '../reply';
import { partOf, wholeOf } from '../rounds';
import { isGone } from '../rules';
import { chainId, personId } from '../schema';
import { ownerOf, staffFields, transferred } from '../staff';

/** Its owner hands it to one of the staff; whoever was named for it gets it when the owner's account is erased. */
function refuseTransfer(chain: ChainDocument, uid: string, to: string): Refused | undefined {
  if (!chain.staff.some(member => member.uid === to))
    return refuse('NOT_FOUND', { message: '只能转让给协办人或志愿者' });
  return ownerOf(chain.staff)?.uid === uid ? undefined : refuse('FORBIDDEN');
}

/** Three requests; of a round some more, for all rounds have one staff. */
export const transferChain = defineChainAction<'chains.transfer'>({
  who: 'volunteer',
  input: exactObject({ chainId, uid: personId, confirmed: v.literal(true) }),
  logs: () => ({ what: 'staff-changed', kind: 'chain' }),
  run: async ({ uid: to }, call) => {
    const { uid, now } = call;
    const outcome = await persistently(await wholeOf(call.chain), async chain => {
      if (isGone(chain)) return refuse('GONE');
      // It is so already: by this very call, if its reply was lost.
      if (ownerOf(chain.staff)?.uid === to) return chainReply(await partOf(chain, call.chain), call);
      const refused = refuseTransfer(chain, uid, to);
      if (refused) return refused;
      const subject = chain.staff.find(member => member.uid === to)?.name ?? '';
      const event = eventOf(chain, uid, { at: now, what: 'transferred', subject, about: [to] });
      const update = { $set: staffFields(transferred(chain.staff, to)), $push: logged(event) };
      const changed = await organize(chain, { state: chain.state, staff: chain.staff }, update, now);
      return changed && chainReply(await partOf(changed, call.chain), call);
    });
    return outcome ?? refuse('CONFLICT');
  },
});
