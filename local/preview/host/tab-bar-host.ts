import { TabBar } from './chrome/tab-bar';
import { fileAddress } from './file-address';
import type { TabBarConfig, TabBarControl } from './preview-host';

export interface TabBarParts {
  config: TabBarConfig | undefined;
  /** Where the mini program's files are served. */
  assetBase: string;
  onTap: (index: number, item: TabBarConfig['list'][number]) => void;
  onTabPage: () => boolean;
  onVisibility: () => void;
}

/** The tab bar as app.json describes it; undefined without one or with a custom one. */
export function createTabBar({ config, assetBase, onTap, ...parts }: TabBarParts): TabBar | undefined {
  if (!config || config.custom) return undefined;
  const bar: TabBar = new TabBar(config, {
    ...parts,
    onTap: index => {
      const item = bar.list[index];
      if (item) onTap(index, item);
    },
    iconUrl: icon => fileAddress(icon, assetBase),
  });
  return bar;
}

/** Stands in where there is no native tab bar: every call is refused as WeChat does. */
export const NO_TAB_BAR: TabBarControl = {
  show: () => refuse('showTabBar'),
  hide: () => refuse('hideTabBar'),
  setBadge: () => refuse('setTabBarBadge'),
  removeBadge: () => refuse('removeTabBarBadge'),
  showRedDot: () => refuse('showTabBarRedDot'),
  hideRedDot: () => refuse('hideTabBarRedDot'),
  setItem: () => refuse('setTabBarItem'),
  setStyle: () => refuse('setTabBarStyle'),
};

function refuse(api: string): Promise<void> {
  return Promise.reject(new Error(`${api}:fail not TabBar page`));
}
