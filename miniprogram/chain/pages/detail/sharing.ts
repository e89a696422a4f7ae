import { makeLive, sharedCard } from '../../platform/share';
import { showShareCard } from '../../services/chains';
import { liveParameters } from '../../view/share-card';
import type { DetailPage } from './detail-page';

/** The card sent to a group: numbers of now in its title, and WeChat's own live numbers where there are any. */
export const sharing = {
  onShareAppMessage(this: DetailPage) {
    return this.chain === undefined ? {} : sharedCard(this.chain);
  },

  /** Before anybody shares: WeChat wants it known by then. Nothing waits for this. */
  async prepareShare(this: DetailPage): Promise<void> {
    const { chain } = this;
    if (chain === undefined || !this.data.view?.canShare) return;
    if (chain.activityId !== undefined) return makeLive(chain.activityId, liveParameters(chain));
    const reply = await showShareCard(chain.chainId);
    if (reply.ok && reply.data.activityId !== undefined)
      makeLive(reply.data.activityId, liveParameters(reply.data.chain));
  },
};
