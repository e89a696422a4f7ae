import type { ChainView } from '../../../../typings/contract/chains';
import { makeLive } from '../../platform/share';
import { showShareCard } from '../../services/chains';
import { liveParameters } from '../../view/share-card';

/** WeChat wants to know of a card's live numbers before anybody sends it. Nothing waits for this. */
export async function prepareLiveCard(chain: ChainView): Promise<void> {
  if (chain.activityId !== undefined) return makeLive(chain.activityId, liveParameters(chain));
  const reply = await showShareCard(chain.chainId);
  if (reply.ok && reply.data.activityId !== undefined)
    makeLive(reply.data.activityId, liveParameters(reply.data.chain));
}
