import type { Theme } from '../../typings/contract/people';

type Watcher = () => void;
const watchers = new Set<Watcher>();

/** Base text is 17 px at factor 1; 关怀模式 gives 1.4 on most phones. */
export const systemFontScale = (): number => wx.getAppBaseInfo().fontSizeScaleFactor ?? 1;

export const systemTheme = (): Exclude<Theme, 'system'> =>
  wx.getAppBaseInfo().theme === 'dark' ? 'dark' : 'light';

/** Once, at launch: pages hear of a change of the system's look through `onSystemLook`. */
export const watchSystemLook = (): void =>
  wx.onThemeChange(() => {
    for (const watcher of watchers) watcher();
  });

/** Returns the way to stop listening. */
export function onSystemLook(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Height of the area a page can use, px. */
export const windowHeight = (): number => wx.getWindowInfo().windowHeight;

export const windowWidth = (): number => wx.getWindowInfo().windowWidth;

export function paintNavigationBar(backgroundColor: string, dark: boolean): void {
  wx.setNavigationBarColor({ frontColor: dark ? '#ffffff' : '#000000', backgroundColor });
}

/** Fails quietly on pages without a tab bar. */
export function paintTabBar(colors: { text: string; accent: string; card: string; dark: boolean }): void {
  wx.setTabBarStyle({
    color: colors.text,
    selectedColor: colors.accent,
    backgroundColor: colors.card,
    borderStyle: colors.dark ? 'black' : 'white',
    fail: () => undefined,
  });
}

export async function isOnline(): Promise<boolean> {
  return (await wx.getNetworkType()).networkType !== 'none';
}
