import type * as glassEasel from 'glass-easel';
import { element } from '../element';
import type { NavigationBar } from './chrome/navigation-bar';
import { applyFontSizes, dressScroller } from './page-meta';
import { scrollSmoothly, watchScroll } from './page-scroll';
import type { HostPage, PageInstance, PageMeta, Query } from './preview-host';
import { PullDown } from './pull-down';

/** How WeChat's messages and scripts refer to the life of a page. */
type Hook = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload';

export interface PageParts {
  path: string;
  query: Query;
  component: glassEasel.GeneralComponent;
  config: Record<string, unknown>;
  navigationBar: NavigationBar;
  reportError: (error: unknown, where: string) => void;
}

/** A style segment of glass-easel that no template writes. */
const PAGE_STYLE_SEGMENT = 2;

/** One page on the stack: its frame on the phone, its instance, and its life cycle. */
export class Page implements HostPage {
  readonly path: string;
  readonly query: Query;
  readonly component: glassEasel.GeneralComponent;
  readonly instance: PageInstance;
  readonly navigationBar: NavigationBar;
  readonly frame = element('div', { class: 'preview-frame', 'data-hidden': '' });
  readonly view = element('div', { class: 'preview-view' });
  readonly content = element('div', { class: 'preview-content' });
  readonly scroller = element('div', { class: 'preview-scroller' });
  readonly pullDown: PullDown;
  config: Record<string, unknown>;
  meta: PageMeta = {};
  /** The custom tab bar of this page, if it has one. */
  tabBar: glassEasel.GeneralComponent | undefined;
  private fontScale = 1;
  private shown = false;
  private unloaded = false;
  private drawn = false;
  private undressed = false;

  constructor(private readonly parts: PageParts) {
    this.path = parts.path;
    this.query = parts.query;
    this.component = parts.component;
    this.config = parts.config;
    this.navigationBar = parts.navigationBar;
    this.instance = parts.component.getMethodCaller() as unknown as PageInstance;
    this.content.append(this.scroller);
    this.view.append(this.content);
    this.frame.append(parts.navigationBar.host, this.view);
    this.frame.dataset['page'] = parts.path;
    this.scroller.toggleAttribute('data-locked', this.config['disableScroll'] === true);
    this.pullDown = new PullDown({
      view: this.view,
      content: this.content,
      scroller: this.scroller,
      enabled: () => this.config['enablePullDownRefresh'] === true,
      onRefresh: () => void this.call('onPullDownRefresh'),
    });
    watchScroll(this.scroller, {
      onScroll: scrollTop => void this.call('onPageScroll', { scrollTop }),
      onReachBottom: () => void this.call('onReachBottom'),
      reachBottomDistance: () => Number(this.config['onReachBottomDistance'] ?? 50),
    });
  }

  /** Its onReady has run. */
  get isReady(): boolean {
    return this.drawn;
  }

  load(): void {
    this.run('onLoad', { ...this.query });
  }

  /** After the transition of a navigation, which the preview does not animate. */
  routeDone(): void {
    if (this.unloaded) return;
    this.pageLifetime('routeDone', []);
    this.call('onRouteDone');
  }

  /** Components hear it before the page does, as in WeChat. */
  show(): void {
    if (this.shown || this.unloaded) return;
    this.shown = true;
    this.frame.removeAttribute('data-hidden');
    this.applyMeta(this.fontScale);
    this.pageLifetime('show', []);
    this.run('onShow');
  }

  ready(): void {
    if (this.unloaded) return;
    this.run('onReady');
    this.drawn = true;
  }

  hide(): void {
    if (!this.shown) return;
    this.shown = false;
    this.pageLifetime('hide', []);
    this.run('onHide');
  }

  /** Takes the frame off the screen without telling the page: an app in the background keeps its page. */
  cover(): void {
    this.frame.setAttribute('data-hidden', '');
  }

  unload(): void {
    if (this.unloaded) return;
    this.unloaded = true;
    this.shown = false;
    this.run('onUnload');
  }

  resize(size: { windowWidth: number; windowHeight: number }): void {
    this.pageLifetime('resize', [{ size }]);
    this.call('onResize', { size });
  }

  /** Calls a handler of the page; undefined when it has none. */
  call(name: string, value?: unknown): unknown {
    const handler = this.instance[name];
    if (typeof handler !== 'function' || this.unloaded) return undefined;
    return this.guard(name, () => handler.call(this.instance, value));
  }

  has(name: string): boolean {
    return typeof this.instance[name] === 'function';
  }

  setMeta(meta: PageMeta): void {
    this.meta = { ...this.meta, ...meta };
    if (meta.scrollTop !== undefined && meta.scrollTop !== '') {
      void this.scrollTo({
        scrollTop: Number.parseFloat(meta.scrollTop),
        duration: meta.scrollDuration ?? 300,
      });
    }
    this.applyMeta(this.fontScale);
  }

  /** Writes what page-meta asks for; `system` sizes follow the phone's font scale. */
  applyMeta(fontScale: number): void {
    this.fontScale = fontScale;
    const root = this.component.$$ as unknown as HTMLElement | null;
    if (!root) return;
    const { meta, config } = this;
    if (meta.pageStyle !== undefined) this.component.setNodeStyle(meta.pageStyle, PAGE_STYLE_SEGMENT);
    applyFontSizes(meta, root, fontScale, this.shown);
    this.dressSoon(root);
    const text = meta.backgroundTextStyle || config['backgroundTextStyle'];
    const background = meta.backgroundColor || String(config['backgroundColor']);
    this.pullDown.style(background, text === 'light' ? 'light' : 'dark');
  }

  async scrollTo(options: Parameters<HostPage['scrollTo']>[0]): Promise<void> {
    let top = options.scrollTop ?? this.scroller.scrollTop;
    if (options.selector) {
      const found = this.component.getShadowRoot()?.querySelector(options.selector)
        ?.$$ as unknown as HTMLElement | null;
      if (!found) return;
      top =
        found.getBoundingClientRect().top - this.view.getBoundingClientRect().top + this.scroller.scrollTop;
    }
    await scrollSmoothly(this.scroller, top + (options.offsetTop ?? 0), options.duration ?? 300);
  }

  /** With the next frame, when styles are computed anyway. */
  private dressSoon(root: HTMLElement): void {
    if (this.undressed) return;
    this.undressed = true;
    requestAnimationFrame(() => {
      this.undressed = false;
      dressScroller(this.meta, root, this.scroller);
    });
  }

  private pageLifetime(name: string, values: unknown[]): void {
    this.component.triggerPageLifetime(name, values as never);
    this.tabBar?.triggerPageLifetime(name, values as never);
  }

  private run(hook: Hook, value?: unknown): void {
    const handler = this.instance[hook];
    if (typeof handler === 'function') this.guard(hook, () => handler.call(this.instance, value));
  }

  private guard(name: string, run: () => unknown): unknown {
    try {
      const returned = run();
      if (returned instanceof Promise)
        returned.catch(error => this.parts.reportError(error, `${this.path} ${name}`));
      return returned;
    } catch (error) {
      this.parts.reportError(error, `${this.path} ${name}`);
      return undefined;
    }
  }
}
