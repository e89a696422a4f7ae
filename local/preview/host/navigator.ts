import { openChannel } from './event-channel';
import type { Page } from './page';
import type { EventChannel, NavigateOptions, Navigation, Query } from './preview-host';
import { type Route, resolveRoute } from './routes';

/** WeChat's limit for the page stack. */
const MAX_PAGES = 10;

/** What the navigator asks of the phone around it. */
export interface NavigatorParts {
  pages: readonly string[];
  tabPages: readonly string[];
  create(route: Route, prepare: (page: Page) => void): Page;
  /** After every change of the page on top: bars, geometry, title. */
  onTop(page: Page): void;
  /** Runs when what has been attached is drawn: components become ready. */
  drawn(page: Page): Promise<void>;
  destroy(page: Page): void;
  onPageNotFound(route: Route, isEntryPage: boolean): void;
}

/** The page stack with WeChat's rules; operations run one after the other, each to its onReady. */
export class Navigator implements Navigation {
  readonly stack: Page[] = [];
  /** Tab pages stay alive when another tab is shown. */
  private readonly tabs = new Map<string, Page>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: NavigatorParts) {}

  get top(): Page | undefined {
    return this.stack.at(-1);
  }

  isTab(path: string): boolean {
    return this.parts.tabPages.includes(path);
  }

  /** Top first, hidden tab pages last: the order in which reLaunch unloads them. */
  livePages(): Page[] {
    return [...new Set([...[...this.stack].reverse(), ...this.tabs.values()])];
  }

  navigateTo(options: NavigateOptions): Promise<{ eventChannel: EventChannel }> {
    return this.inTurn(async () => {
      const route = this.resolve('navigateTo', options.url);
      if (this.isTab(route.path)) throw new Error('navigateTo:fail can not navigateTo a tabbar page');
      if (this.stack.length >= MAX_PAGES) throw new Error('navigateTo:fail webview count limit exceed');
      const { opener, opened } = openChannel(options.events);
      this.top?.hide();
      await this.open(route, opened, this.top);
      return { eventChannel: opener };
    });
  }

  redirectTo({ url }: { url: string }): Promise<void> {
    return this.inTurn(async () => {
      const route = this.resolve('redirectTo', url);
      if (this.isTab(route.path)) throw new Error('redirectTo:fail can not redirectTo a tabbar page');
      const old = this.stack.pop();
      if (old) this.close(old);
      await this.open(route);
    });
  }

  navigateBack({ delta = 1 }: { delta?: number } = {}): Promise<void> {
    return this.inTurn(async () => {
      if (this.stack.length <= 1) throw new Error('navigateBack:fail cannot navigate back at first page.');
      const count = Math.min(Math.max(1, delta), this.stack.length - 1);
      for (const page of this.stack.splice(-count).reverse()) this.close(page);
      this.showTop();
    });
  }

  switchTab({ url }: { url: string }): Promise<void> {
    return this.inTurn(async () => {
      const { path } = this.resolve('switchTab', url);
      if (!this.isTab(path)) throw new Error('switchTab:fail can not switch to no-tabBar page');
      const known = this.tabs.get(path);
      if (known && this.top === known) return;
      this.leaveForTab(known);
      if (!known) return this.open({ path, query: {} });
      this.stack.push(known);
      this.showTop();
    });
  }

  reLaunch({ url }: { url: string }): Promise<void> {
    return this.inTurn(async () => {
      const route = this.resolve('reLaunch', url);
      for (const page of this.livePages()) this.close(page);
      this.stack.length = 0;
      await this.open(route);
    });
  }

  /** The first page of a launch; an unknown path is told to the app, which may go elsewhere. */
  launch(path: string, query: Query, fallback: string): Promise<void> {
    const route = { path, query };
    if (this.parts.pages.includes(path)) return this.inTurn(() => this.open(route));
    const before = this.last;
    this.parts.onPageNotFound(route, true);
    // A handler that goes somewhere itself has begun a turn of its own.
    const handled = this.last !== before;
    return this.inTurn(async () => {
      if (!handled || this.stack.length === 0) await this.open({ path: fallback, query: {} });
    });
  }

  private resolve(api: string, url: string): Route {
    const route = resolveRoute(String(url), this.top?.path);
    if (this.parts.pages.includes(route.path)) return route;
    throw new Error(`${api}:fail page "${route.path}" is not found`);
  }

  /** Everything above the tab pages goes; the tab page on show is only hidden. */
  private leaveForTab(target: Page | undefined): void {
    for (const page of this.stack.splice(0).reverse()) {
      if (page === target) continue;
      if (!this.tabs.has(page.path) || this.tabs.get(page.path) !== page) this.close(page);
      else {
        page.hide();
        page.cover();
      }
    }
  }

  private async open(route: Route, channel?: EventChannel, below?: Page): Promise<void> {
    const page = this.parts.create(route, created => {
      const opened = channel ?? openChannel().opened;
      Object.assign(created.instance, { getOpenerEventChannel: () => opened });
      this.stack.push(created);
      if (this.isTab(route.path)) this.tabs.set(route.path, created);
    });
    page.load();
    this.parts.onTop(page);
    page.show();
    below?.cover();
    await this.parts.drawn(page);
    page.ready();
    page.routeDone();
  }

  private showTop(): void {
    const { top } = this;
    if (!top) return;
    this.parts.onTop(top);
    top.show();
    top.routeDone();
  }

  private close(page: Page): void {
    page.unload();
    if (this.tabs.get(page.path) === page) this.tabs.delete(page.path);
    this.parts.destroy(page);
  }

  private inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.last.then(run);
    this.last = result.catch(() => undefined);
    return result;
  }
}
