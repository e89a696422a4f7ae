import type { ChainView } from '../../../typings/contract/chains';
import { myEntries } from '../entries/page';
import { done, type Outcome } from '../gateway/refusal';
import type { ChainDocument } from './document';
import { roleOf } from './roles';
import { chainView } from './view';

/** Answer to a call that changed a chain: the chain as its caller sees it now. One request. */
export async function chainReply(
  chain: ChainDocument,
  { uid, now }: { uid: string; now: number },
): Promise<Outcome<{ chain: ChainView }>> {
  const mine = await myEntries({ chain, role: roleOf(chain, uid), uid, now });
  return done({ chain: await chainView(chain, mine, { uid, now }) });
}
