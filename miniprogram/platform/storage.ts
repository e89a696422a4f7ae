/** Small values kept on this phone only. `undefined` when absent or of another shape. */
export function readStored<T>(key: string, isIt: (value: unknown) => value is T): T | undefined {
  const value: unknown = wx.getStorageSync(key);
  return isIt(value) ? value : undefined;
}

/** A phone without room does not keep it; nothing else depends on that. */
export function writeStored(key: string, value: unknown): void {
  try {
    wx.setStorageSync(key, value);
  } catch {}
}

/** The same for what is large: nobody waits. */
export const writeStoredLater = (key: string, data: unknown): void =>
  wx.setStorage({ key, data, fail: () => undefined });

export const removeStored = (key: string): void => wx.removeStorageSync(key);

/** Everything this mini program keeps here for the person. */
export const clearStored = (): void => wx.clearStorageSync();
