import type * as glassEasel from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import type { HostPage, PageInstance, Query } from './host-page';

/**
 * What one phone of the preview offers to `wx` (local/preview/wx) and to the built-in components
 * (local/preview/builtins). Every function that WeChat lets fail rejects with an `Error` whose message
 * is WeChat's own errMsg ("navigateTo:fail page \"x\" is not found"); `wx` turns that into callbacks.
 *
 * All lengths are CSS pixels of the phone, all instants epoch milliseconds.
 */
export interface PreviewHost {
  /** app.json, merged by the compiler. */
  readonly appConfig: AppConfig;
  readonly settings: Readonly<PhoneSettings>;
  /** Calls back after the workbench (or `updateSettings`) changed a setting; returns "stop listening". */
  onSettings(listener: (now: Readonly<PhoneSettings>, before: Readonly<PhoneSettings>) => void): () => void;
  updateSettings(change: Partial<PhoneSettings>): void;
  /** Ends in a slash; `POST ${cloudUrl}invoke`, `${cloudUrl}storage/upload` … */
  readonly cloudUrl: string;
  /** The local cloud's clock minus the machine's; already added to `Date` inside the phone. */
  clockOffsetMs(): number;
  readonly geometry: () => PhoneGeometry;
  readonly navigation: Navigation;
  readonly tabBar: TabBarControl;
  readonly navigationBar: NavigationBarControl;
  readonly pullDown: PullDownControl;
  readonly share: ShareControl;
  readonly appSwitch: AppSwitch;
  readonly layers: Layers;
  /** The page stack, bottom first; what `getCurrentPages()` returns. */
  pages(): PageInstance[];
  /** The page on top with what surrounds it; undefined before the first page is created. */
  currentPage(): HostPage | undefined;
  /** The page that shows this component (a component instance or a page itself). */
  pageOf(component: unknown): HostPage | undefined;
  readonly events: AppEvents;
  launchOptions(): LaunchOptions;
  /** Of the latest foreground entry (`wx.getEnterOptionsSync`). */
  enterOptions(): LaunchOptions;
  /** Message to the workbench that frames this phone; dropped when there is none. */
  postToWorkbench(message: { type: string; [field: string]: unknown }): void;
  /** Reports an error as WeChat does: App.onError, console, and the overlay over the page. */
  reportError(error: unknown, where: string): void;
  /** Framework handles, for selector queries, observers and built-in components. */
  readonly codeSpace: CodeSpace;
  readonly framework: typeof glassEasel;
}

export interface PhoneSettings {
  person: { id: string; name: string; openid: string };
  width: number;
  /** WeChat's fontSizeScaleFactor: 1 standard, 1.4 in 关怀模式. Scales "system" font sizes only, never px or rpx. */
  fontScale: number;
  theme: 'light' | 'dark';
  online: boolean;
  /** Added to every network call by `wx`. */
  latencyMs: number;
  /** Plugins there is a stand-in for are added to the mini program. */
  plugins: boolean;
}

export type { HostPage, PageInstance, PageMeta, Query } from './host-page';

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

export interface PhoneGeometry {
  screenWidth: number;
  screenHeight: number;
  /** Of the page area of the page on top: without the navigation bar (unless custom) and tab bar. */
  windowWidth: number;
  windowHeight: number;
  statusBarHeight: number;
  /** Top of the page area; `getBoundingClientRect().top - pageTop` is what WeChat calls `top`. */
  pageTop: number;
  pageLeft: number;
  safeArea: Rect;
  /** The capsule, in screen coordinates (`wx.getMenuButtonBoundingClientRect`). */
  menuButton: Rect;
  pixelRatio: number;
}

export interface NavigateOptions {
  /** As the mini program wrote it: absolute or relative to the current page, with `?query`. */
  url: string;
  /** Listeners for events that the opened page emits on its opener channel. */
  events?: Record<string, (...values: never[]) => void>;
}

export interface EventChannel {
  emit(event: string, ...values: unknown[]): void;
  on(event: string, listener: (...values: never[]) => void): void;
  once(event: string, listener: (...values: never[]) => void): void;
  off(event: string, listener?: (...values: never[]) => void): void;
}

/** Each call settles when the new page has had its onReady (navigateBack: when onShow has run). */
export interface Navigation {
  navigateTo(options: NavigateOptions): Promise<{ eventChannel: EventChannel }>;
  redirectTo(options: { url: string }): Promise<void>;
  navigateBack(options: { delta?: number }): Promise<void>;
  switchTab(options: { url: string }): Promise<void>;
  reLaunch(options: { url: string }): Promise<void>;
}

export interface NavigationBarControl {
  setTitle(title: string): void;
  setColor(colours: { frontColor: string; backgroundColor: string }): void;
  showLoading(): void;
  hideLoading(): void;
  hideHomeButton(): void;
}

/** All reject outside tab pages where WeChat does ("setTabBarBadge:fail not TabBar page"). */
export interface TabBarControl {
  show(): Promise<void>;
  hide(): Promise<void>;
  setBadge(options: { index: number; text: string }): Promise<void>;
  removeBadge(options: { index: number }): Promise<void>;
  showRedDot(options: { index: number }): Promise<void>;
  hideRedDot(options: { index: number }): Promise<void>;
  setItem(options: {
    index: number;
    text?: string;
    iconPath?: string;
    selectedIconPath?: string;
  }): Promise<void>;
  setStyle(style: TabBarStyle): Promise<void>;
}

export interface TabBarStyle {
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
}

export interface PullDownControl {
  start(): Promise<void>;
  stop(): Promise<void>;
  setBackgroundTextStyle(style: 'dark' | 'light'): void;
  setBackgroundColor(colour: string): void;
}

/** Leaving the mini program and coming back: runs onHide and onShow of app and page. */
export interface AppSwitch {
  hide(): void;
  /** `change` is laid over the last enter options (scene, forwardMaterials …). */
  show(change?: Partial<LaunchOptions>): void;
}

export interface ShareCard {
  title: string;
  /** With query, without a leading slash. */
  path: string;
  imageUrl: string;
}

export interface ShareControl {
  show(menus: string[]): void;
  hide(menus: string[]): void;
  /** Asks the page for its card (`from` "button" carries the button) and shows the card that would be sent. */
  send(from: 'menu' | 'button', target?: unknown): Promise<ShareCard | undefined>;
  update(options: Record<string, unknown>): void;
}

/** Where toasts, modals, sheets and keyboards are drawn: above pages and bars, styles kept apart. */
export interface Layers {
  /** Fills the phone, lets touches through where it is empty; inside the host's shadow root. */
  readonly container: HTMLElement;
  /** For `<style>` of the layers; page sheets do not reach in, these do not reach out. */
  readonly styleRoot: ShadowRoot;
}

export interface LaunchOptions {
  path: string;
  scene: number;
  query: Query;
  shareTicket?: string;
  referrerInfo: Record<string, unknown>;
  forwardMaterials?: { type: string; name: string; path: string; size: number }[];
}

export interface AppEventMap {
  appShow: LaunchOptions;
  appHide: { reason: number };
  error: string;
  unhandledRejection: { reason: unknown; promise: Promise<unknown> };
  pageNotFound: { path: string; query: Query; isEntryPage: boolean };
  themeChange: { theme: 'light' | 'dark' };
  windowResize: { size: { windowWidth: number; windowHeight: number } };
}

export interface AppEvents {
  /** What `wx.onAppShow`, `wx.onError`, `wx.onThemeChange` … subscribe to; returns "stop listening". */
  on<K extends keyof AppEventMap>(event: K, listener: (value: AppEventMap[K]) => void): () => void;
}

export interface AppConfig {
  pages: string[];
  window: Record<string, unknown>;
  tabBar?: TabBarConfig;
  darkmode?: boolean;
  [field: string]: unknown;
}

export interface TabBarConfig extends TabBarStyle {
  custom?: boolean;
  position?: string;
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[];
}
