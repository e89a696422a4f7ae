import type { AppConfig } from '../compiler/app-bundle';
import { TabBar } from './chrome/tab-bar';
import { withTheme } from './page-config';
import type { TabBarConfig, TabBarControl } from './preview-host';

export interface TabBarParts {
  config: AppConfig;
  theme: () => 'light' | 'dark';
  onTap: (index: number, item: TabBarConfig['list'][number]) => void;
  onTabPage: () => boolean;
  onVisibility: () => void;
}

/** The tab bar as app.json and theme.json describe it now; undefined without one or with a custom one. */
export function createTabBar(parts: TabBarParts): TabBar | undefined {
  const config = tabBarConfig(parts.config, parts.theme());
  if (!config || config.custom) return undefined;
  const bar: TabBar = new TabBar(
    config,
    index => {
      const item = bar.list[index];
      if (item) parts.onTap(index, item);
    },
    parts.onTabPage,
    parts.onVisibility,
  );
  return bar;
}

export function tabBarConfig(app: AppConfig, theme: 'light' | 'dark'): TabBarConfig | undefined {
  return app.tabBar ? (withTheme(app, app.tabBar, theme) as TabBarConfig) : undefined;
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
