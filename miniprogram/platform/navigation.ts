type Query = Record<string, string | undefined>;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** What a page was opened with. WeChat hands the values over as they stand in the address, still encoded. */
export const received = (query: Query): Query =>
  Object.fromEntries(
    Object.entries(query).map(([key, value]) => [key, value === undefined ? undefined : decoded(value)]),
  );

/** `page` lies below the main package's `pages/`; one that begins with a slash is meant as it stands. */
const address = (page: string, query: Query): string => {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  const path = page.startsWith('/') ? page : `/pages/${page}`;
  return `${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
};

export const open = (page: string, query: Query = {}): void =>
  void wx.navigateTo({ url: address(page, query) });

/** Takes the place of the page shown, so that back leads to where the person came from. */
export const replace = (page: string, query: Query = {}): void =>
  void wx.redirectTo({ url: address(page, query) });

/** Opens a page and hands it a value; `heard` gets what the page sends back under each name. */
export function openWith(page: string, value: object, heard: Record<string, (value: never) => void>): void {
  wx.navigateTo({
    url: address(page, {}),
    events: heard,
    success: result => result.eventChannel.emit('given', value),
  });
}

/** True for a page that WeChat opened itself: at launch, from a card, with a file out of a chat. */
export const isAlone = (): boolean => getCurrentPages().length === 1;

export const back = (): void => {
  if (getCurrentPages().length > 1) wx.navigateBack();
  else wx.switchTab({ url: '/pages/home/home/home' });
};
