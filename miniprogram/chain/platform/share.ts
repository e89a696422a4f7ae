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
