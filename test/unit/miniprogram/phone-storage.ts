/** The storage of a phone, for tests of what the mini program keeps there; values are copied as WeChat copies them. */
export function phoneStorage() {
  const shelf = new Map<string, string>();
  const read = (key: string): unknown => {
    const text = shelf.get(key);
    return text === undefined ? '' : JSON.parse(text);
  };
  const write = (key: string, value: unknown): void => void shelf.set(key, JSON.stringify(value));
  return {
    shelf,
    api: {
      getStorageSync: read,
      setStorageSync: write,
      setStorage: ({ key, data }: { key: string; data: unknown }) => write(key, data),
      removeStorageSync: (key: string) => void shelf.delete(key),
      clearStorageSync: () => shelf.clear(),
    },
  };
}
