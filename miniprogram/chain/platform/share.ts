import type { ChainView } from '../../../typings/contract/chains';
import { shareMessage } from '../view/share-card';
import { sharePicture } from '../view/share-picture';
import { paintPicture, textMeasure } from './painting';

/** The card that is sent from this page counts on: WeChat draws it anew with the numbers the server sends. */
export function makeLive(activityId: string, parameterList: { name: string; value: string }[]): void {
  wx.updateShareMenu({
    isUpdatableMessage: true,
    activityId,
    // The typings want the id of a template that only chat tools have.
    templateInfo: { parameterList } as WechatMiniprogram.UpdatableMessageFrontEndTemplateInfo,
    // Without it the card keeps the numbers of the moment it was sent.
    fail: () => undefined,
  });
}

/**
 * What `onShareAppMessage` answers. The picture is drawn while WeChat waits for it, ≤ 3 s; without it WeChat takes one of the
 * screen, and the title has the numbers in any case.
 */
export function sharedCard(chain: ChainView): WechatMiniprogram.Page.IAsyncCustomShareContent {
  const message = shareMessage(chain);
  const drawn = async () => {
    const imageUrl = await paintPicture(sharePicture(chain, textMeasure()));
    return imageUrl === undefined ? message : { ...message, imageUrl };
  };
  return { ...message, promise: drawn().catch(() => message) };
}
