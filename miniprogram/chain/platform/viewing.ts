/** Full screen, from the picture at `index`. */
export const showPictures = (urls: string[], index: number): void =>
  void wx.previewImage({ urls, current: urls[index] ?? '', fail: () => undefined });
