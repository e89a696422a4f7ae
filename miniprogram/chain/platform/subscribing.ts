/** Ids the person agreed to. Call it in a tap, before anything is awaited: WeChat allows it nowhere else. Never rejects. */
export function askForMessages(templateIds: string[]): Promise<string[]> {
  if (templateIds.length === 0) return Promise.resolve([]);
  return new Promise(resolve =>
    wx.requestSubscribeMessage({
      tmplIds: templateIds,
      success: result => resolve(templateIds.filter(id => result[id] === 'accept')),
      // Refused, or switched off in WeChat's settings: the sign-up does not depend on it.
      fail: () => resolve([]),
    }),
  );
}
