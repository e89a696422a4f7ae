/**
 * What the compiler hands to the browser: `/-/app.js` calls `globalThis.__previewApp(app)` exactly once, after
 * `/-/host.js` has defined it. Types only, so that both sides can `import type` from here.
 *
 * Paths are WeChat's: relative to the folder of app.json, forward slashes, no leading slash, no suffix
 * (`pages/home/home`, `miniprogram_npm/tdesign-miniprogram/button/button`).
 */

/** A compiled template: `templates[path](name)`, with `''` for the file's own content. Opaque: glass-easel calls it. */
export type TemplateProc = (name: string) => never;

export type StyleIsolation =
  | 'isolated'
  | 'apply-shared'
  | 'shared'
  | 'page-isolated'
  | 'page-apply-shared'
  | 'page-shared';

export interface SheetBundle {
  /** Component or page path; `app` for app.wxss. */
  path: string;
  /**
   * Ready for a `<style>`: `1rpx` is `calc(1 * var(--rpx))`, so `--rpx` must be set on the root element to
   * (phone width / 750) px. Built-in tags are `wx-<tag>`, `page` is `wx-page`. Rules of
   * `@media (prefers-color-scheme: dark|light)` apply while an ancestor has (or has not) `data-theme="dark"`: set
   * it on `<html>`, and only when `config.darkmode` is true. Local urls point to `/-/root/…`.
   */
  css: string;
  /** Third argument of `addStyleSheet`: class prefix without `--`; empty for shared and page styles. */
  scope: string;
}

export interface ComponentJson {
  /** True for components and for pages declared so. */
  component?: boolean;
  /** Never missing: WeChat's default or the one in the file or in the script's `options` is filled in. */
  styleIsolation: StyleIsolation;
  /** app.json's are merged in; values are absolute (`/components/row/row`), `plugin://…` is left as written. */
  usingComponents: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
  pureDataPattern?: string;
  /** Pages: navigationBarTitleText, enablePullDownRefresh, disableScroll … as written, not merged with `window`. */
  [key: string]: unknown;
}

export interface ComponentBundle {
  path: string;
  /** For `addComponentStaticConfig`. */
  json: ComponentJson;
  scope: string;
  isPage: boolean;
  /**
   * Runs the script, which calls the globals `Page`, `Component`, `Behavior` of that moment:
   * `codeSpace.globalComponentEnv(globalThis, path, load)`. Throws what the script throws; a script that does
   * not compile throws its message.
   */
  load: () => void;
}

export interface TabBarItem {
  pagePath: string;
  text: string;
  /** Local files as `/-/root/…` addresses. */
  iconPath?: string;
  selectedIconPath?: string;
}

export interface AppConfig {
  /** Main package first, then subpackages: full paths. The first (or `entryPagePath`) opens at launch. */
  pages: string[];
  entryPagePath?: string;
  /** `pages` relative to `root`, as written; their full paths are in the outer `pages` too. */
  subPackages: { root: string; name?: string; pages: string[]; independent?: boolean }[];
  window: Record<string, unknown>;
  tabBar?: {
    custom?: boolean;
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    borderStyle?: string;
    position?: string;
    list: TabBarItem[];
  };
  darkmode?: boolean;
  /** theme.json: values written `@name` in window, tabBar and page json stand for `theme[light|dark][name]`. */
  theme: { light: Record<string, string>; dark: Record<string, string> };
  [key: string]: unknown;
}

export interface AppBundle {
  config: AppConfig;
  sheets: SheetBundle[];
  /** `addCompiledTemplate(path, { groupList: templates, content: templates[path] })`. */
  templates: Record<string, TemplateProc>;
  /** Children before the components that use them; pages last. A custom tab bar is `custom-tab-bar/index`. */
  components: ComponentBundle[];
  /** Runs app.ts / app.js, which calls the global `App`. */
  loadApp: () => void;
  /** Where static files of the mini program are served: `${assetBase}assets/logo.svg`. */
  assetBase: string;
}

/** One thing wrong with a source file; lines and columns count from 1. `file` is relative to the app folder. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
  severity: 'error' | 'warning';
}
