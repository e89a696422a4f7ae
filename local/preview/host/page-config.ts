import type { AppConfig as BundleConfig } from '../compiler/app-bundle';
import type { TabBarConfig } from './preview-host';

type Values = Record<string, unknown>;

/** WeChat's defaults for `window`. */
const DEFAULTS: Values = {
  navigationBarBackgroundColor: '#000000',
  navigationBarTextStyle: 'white',
  navigationBarTitleText: '',
  navigationStyle: 'default',
  backgroundColor: '#ffffff',
  backgroundTextStyle: 'dark',
  onReachBottomDistance: 50,
};

type Theme = 'light' | 'dark';

/** What pages and the tab bar are configured to be in each theme; computed once, asked for on every layout. */
export class ThemedConfig {
  private readonly pages = new Map<string, Values>();
  private readonly tabBars = new Map<Theme, TabBarConfig | undefined>();

  constructor(
    private readonly app: BundleConfig,
    private readonly pageJson: (path: string) => Values | undefined,
  ) {}

  /** page.json over `window` over WeChat's defaults. */
  page(path: string, theme: Theme): Values {
    const key = `${theme} ${path}`;
    const known = this.pages.get(key);
    if (known) return known;
    const config = this.themed({ ...DEFAULTS, ...this.app.window, ...this.pageJson(path) }, theme);
    this.pages.set(key, config);
    return config;
  }

  tabBar(theme: Theme): TabBarConfig | undefined {
    if (!this.tabBars.has(theme)) {
      this.tabBars.set(theme, this.themed(this.app.tabBar, theme) as TabBarConfig | undefined);
    }
    return this.tabBars.get(theme);
  }

  /** Replaces `@name` by the theme's value, at any depth; names the theme lacks stay as they are. */
  private themed<T>(values: T, theme: Theme): T {
    return replaceNames(values, this.app.theme[this.app.darkmode ? theme : 'light'] ?? {}) as T;
  }
}

function replaceNames(value: unknown, names: Record<string, string>): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? (names[value.slice(1)] ?? value) : value;
  if (Array.isArray(value)) return value.map(item => replaceNames(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceNames(inner, names)]));
}
