import type * as glassEasel from 'glass-easel';
import type { NavigationBarControl } from './preview-host';

export type Query = Record<string, string>;

/** The `this` of a page, as mini program code sees it. */
export interface PageInstance {
  readonly route: string;
  readonly options: Query;
  readonly data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
  [member: string]: unknown;
}

export interface HostPage {
  readonly path: string;
  readonly instance: PageInstance;
  readonly component: glassEasel.GeneralComponent;
  /** Page area: containing block of fixed elements, origin of WeChat's coordinates. */
  readonly view: HTMLElement;
  /** The element that scrolls when the page scrolls. */
  readonly scroller: HTMLElement;
  /** Of this page, whether or not it is on top. */
  readonly navigationBar: NavigationBarControl;
  /** page.json over app.json's `window`. */
  readonly config: Record<string, unknown>;
  /** Values set by `page-meta`; undefined entries fall back to the page's own. */
  setMeta(meta: PageMeta): void;
  scrollTo(options: {
    scrollTop?: number;
    selector?: string;
    duration?: number;
    offsetTop?: number;
  }): Promise<void>;
}

export interface PageMeta {
  rootFontSize?: string;
  pageFontSize?: string;
  pageStyle?: string;
  backgroundColor?: string;
  rootBackgroundColor?: string;
  backgroundTextStyle?: string;
  scrollTop?: string;
  scrollDuration?: number;
  pageOrientation?: string;
}
