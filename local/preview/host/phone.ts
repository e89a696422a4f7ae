import * as adapter from 'glass-easel-miniprogram-adapter';
import type { AppBundle } from '../compiler/app-bundle';
import { drawShell, type PhoneShell } from './chrome/phone-shell';
import type { TabBar } from './chrome/tab-bar';
import { ComponentRegistry } from './component-registry';
import { layOut } from './frame-layout';
import { homeIndicator, measurePhone, type PageArea, type Screen } from './geometry';
import { entryPath } from './launch';
import { Navigator } from './navigator';
import type { Page } from './page';
import { ThemedConfig } from './page-config';
import { PageFactory } from './page-factory';
import { PageSheets } from './page-sheets';
import { phoneBackend } from './phone-backend';
import type { PhoneGeometry } from './preview-host';
import { ReadyQueue } from './ready-queue';
import type { Settings } from './settings';
import { createTabBar } from './tab-bar-host';
import { WxBehaviors } from './wx-behaviors';

const CLOCK_TICK_MS = 5_000;

export interface PhoneEvents {
  reportError: (error: unknown, where: string) => void;
  onMenu: () => void;
  onClose: () => void;
  onPageNotFound: (path: string, query: Record<string, string>, isEntryPage: boolean) => void;
}

/** The phone's screen and stack: framework, pages in their frames, bars around them. */
export class Phone {
  readonly shell: PhoneShell = drawShell();
  readonly codeSpace: adapter.CodeSpace;
  readonly behaviors: WxBehaviors;
  readonly registry: ComponentRegistry;
  readonly navigator: Navigator;
  readonly tabBar: TabBar | undefined;
  private readonly config: ThemedConfig;
  private readonly factory: PageFactory;
  private readonly readyQueue: ReadyQueue;

  constructor(
    private readonly app: AppBundle,
    private readonly settings: Settings,
    events: PhoneEvents,
  ) {
    const environment = new adapter.MiniProgramEnv();
    this.codeSpace = environment.createCodeSpace('', true);
    writeIds(this.codeSpace);
    this.readyQueue = new ReadyQueue(this.codeSpace);
    this.behaviors = new WxBehaviors(this.codeSpace);
    this.registry = new ComponentRegistry(app, this.codeSpace, this.behaviors, events.reportError);
    this.config = new ThemedConfig(app.config, path => this.registry.bundle(path)?.json);
    this.navigator = this.createNavigator(events);
    this.tabBar = createTabBar({
      config: this.config.tabBar(this.theme),
      assetBase: app.assetBase,
      onTap: (index, item) => void this.onTab(index, item),
      onTabPage: () => this.isTabPage(this.navigator.top),
      onVisibility: () => this.relayOut(),
    });
    if (this.tabBar) this.shell.phone.append(this.tabBar.host);
    const backend = environment.associateBackend(phoneBackend(() => this.geometry()));
    this.factory = new PageFactory({
      codeSpace: this.codeSpace,
      backend,
      registry: this.registry,
      sheets: new PageSheets(new Map(app.sheets.map(sheet => [sheet.path, sheet]))),
      frames: this.shell.frames,
      actions: {
        back: () => void this.navigator.navigateBack(),
        home: () => void this.goHome(),
        menu: events.onMenu,
        close: events.onClose,
      },
      configOf: path => this.config.page(path, this.theme),
      reportError: events.reportError,
    });
    setInterval(() => this.showTime(), CLOCK_TICK_MS);
  }

  /** The status bars tell the time of the local cloud, which the workbench can move. */
  showTime(): void {
    const now = new Date();
    const text = [now.getHours(), now.getMinutes()].map(part => String(part).padStart(2, '0')).join(':');
    for (const page of this.navigator.livePages()) page.navigationBar.setClock(text);
  }

  get theme(): 'light' | 'dark' {
    return this.app.config.darkmode ? this.settings.current.theme : 'light';
  }

  get screen(): Screen {
    return { width: this.settings.current.width, height: window.innerHeight };
  }

  geometry(): PhoneGeometry {
    const { top } = this.navigator;
    const left = this.shell.phone.getBoundingClientRect().left;
    return measurePhone(this.screen, left, this.areaOf(top));
  }

  goHome(): Promise<void> {
    const url = `/${entryPath(this.app.config)}`;
    return this.navigator.isTab(url.slice(1))
      ? this.navigator.switchTab({ url })
      : this.navigator.reLaunch({ url });
  }

  /** Width, font scale, theme or window height changed: every live page is measured and dressed again. */
  relayOut(pages: readonly Page[] = this.navigator.livePages()): void {
    const { shell } = this;
    shell.phone.style.width = `${this.screen.width}px`;
    shell.phone.style.setProperty('--home-indicator', `${homeIndicator(this.screen)}px`);
    shell.container.dataset['theme'] = this.theme;
    shell.homeIndicator.hidden = homeIndicator(this.screen) === 0;
    if (this.tabBar) {
      const config = this.config.tabBar(this.theme);
      if (config) this.tabBar.configure(config);
      this.tabBar.host.hidden = !this.areaOf(this.navigator.top).tabBar;
    }
    for (const page of pages) this.dress(page);
    this.showTime();
  }

  /** What settings and app.json mean for one page. */
  private dress(page: Page): void {
    page.config = this.config.page(page.path, this.theme);
    layOut(page, this.screen, this.areaOf(page));
    const { navigationBarTitleText, navigationBarTextStyle, navigationBarBackgroundColor } = page.config;
    const front = navigationBarTextStyle === 'black' ? '#000000' : '#ffffff';
    page.navigationBar.setDefaults(
      String(navigationBarTitleText),
      front,
      String(navigationBarBackgroundColor),
    );
    if (this.app.config.darkmode) page.view.dataset['theme'] = this.theme;
    page.applyMeta(this.settings.current.fontScale);
  }

  private isTabPage(page: Page | undefined): boolean {
    return page !== undefined && this.navigator.isTab(page.path);
  }

  private areaOf(page: Page | undefined): PageArea {
    return {
      customNavigation: page?.config['navigationStyle'] === 'custom',
      tabBar: this.tabBar !== undefined && !this.tabBar.hidden && this.isTabPage(page),
    };
  }

  private createNavigator(events: PhoneEvents): Navigator {
    return new Navigator({
      pages: this.app.config.pages,
      tabPages: this.app.config.tabBar?.list.map(item => item.pagePath) ?? [],
      create: (route, prepare) => this.factory.create(route, page => this.prepare(page, prepare)),
      onTop: page => this.onTop(page),
      drawn: async page => {
        await new Promise(resolve => setTimeout(resolve, 0));
        this.readyQueue.flush(page.component);
      },
      destroy: page => this.destroy(page),
      onPageNotFound: ({ path, query }, isEntryPage) => events.onPageNotFound(path, query, isEntryPage),
    });
  }

  /** Before the page is attached: its scripts may ask for sizes and for its place on the stack. */
  private prepare(page: Page, register: (page: Page) => void): void {
    register(page);
    this.dress(page);
    page.navigationBar.setLead(this.leadOf(page));
    if (this.app.config.tabBar?.custom && this.isTabPage(page)) this.factory.addCustomTabBar(page);
  }

  private leadOf(page: Page): 'back' | 'home' | 'none' {
    if (page.config['navigationStyle'] === 'custom') return 'none';
    if (this.navigator.stack.indexOf(page) > 0) return 'back';
    const isHome = this.isTabPage(page) || page.path === entryPath(this.app.config);
    return isHome ? 'none' : 'home';
  }

  private onTop(page: Page): void {
    if (this.isTabPage(page)) this.tabBar?.select(page.path);
    this.relayOut([page]);
  }

  private async onTab(index: number, item: { pagePath: string; text: string }): Promise<void> {
    await this.navigator.switchTab({ url: `/${item.pagePath}` });
    this.navigator.top?.call('onTabItemTap', {
      index: String(index),
      pagePath: item.pagePath,
      text: item.text,
    });
  }

  private destroy(page: Page): void {
    for (const root of [page.component, page.tabBar]) {
      if (!root) continue;
      adapter.glassEasel.Element.pretendDetached(root);
      root.destroyBackendElementOnSubtree();
    }
    page.frame.remove();
  }
}

/**
 * DOM ids equal WXML ids, so that `#id` in sheets means what it says. Properties get no accessors on the element:
 * one called `dataset` or `slot` would hide the element's own.
 */
function writeIds(codeSpace: adapter.CodeSpace): void {
  codeSpace.getComponentSpace().updateComponentOptions({ writeIdToDOM: true });
  const space = codeSpace as unknown as {
    prepareComponentOptions: (...values: unknown[]) => [object, unknown];
  };
  const prepare = space.prepareComponentOptions.bind(codeSpace);
  space.prepareComponentOptions = (...values) => {
    const [options, isolation] = prepare(...values);
    return [{ ...options, idPrefixGenerator: null, writeFieldsToNode: false }, isolation];
  };
}
