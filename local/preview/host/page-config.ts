import type { AppConfig as BundleConfig } from '../compiler/app-bundle';

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

/** page.json over `window` over WeChat's defaults, `@name` replaced from theme.json. */
export function pageConfig(app: BundleConfig, pageJson: Values, theme: 'light' | 'dark'): Values {
  return withTheme(app, { ...DEFAULTS, ...app.window, ...pageJson }, theme);
}

/** Replaces `@name` by the theme's value; names the theme lacks stay as they are. */
export function withTheme<T extends object>(app: BundleConfig, values: T, theme: 'light' | 'dark'): T {
  const names = app.theme[app.darkmode ? theme : 'light'] ?? {};
  const entries = Object.entries(values).map(([key, value]) => {
    const named = typeof value === 'string' && value.startsWith('@') ? names[value.slice(1)] : undefined;
    return [key, named ?? value];
  });
  return Object.fromEntries(entries) as T;
}
