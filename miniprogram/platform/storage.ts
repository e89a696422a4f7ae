/** Small values kept on this phone only. `undefined` when absent or of another shape. */
export function readStored<T>(key: string, isIt: (value: unknown) => value is T): T | undefined {
  const value: unknown = wx.getStorageSync(key);
  return isIt(value) ? value : undefined;
}

export const writeStored = (key: string, value: unknown): void => wx.setStorageSync(key, value);
