import type * as glassEasel from 'glass-easel';
import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter';
import { NavigationBar, type NavigationBarActions } from './chrome/navigation-bar';
import type { ComponentRegistry } from './component-registry';
import { Page } from './page';
import type { PageSheets } from './page-sheets';
import { type Route, writeQuery } from './routes';

export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

/** Isolations under which app.wxss does not reach a page. */
const WITHOUT_APP_SHEET = /^page-/;

export interface FactoryParts {
  codeSpace: CodeSpace;
  backend: AssociatedBackend;
  registry: ComponentRegistry;
  sheets: PageSheets;
  frames: HTMLElement;
  actions: NavigationBarActions;
  configOf: (path: string) => Record<string, unknown>;
  reportError: (error: unknown, where: string) => void;
}

/** Creates the component of a page, puts it into a frame of its own and attaches it; no page hook runs yet. */
export class PageFactory {
  constructor(private readonly parts: FactoryParts) {}

  create(route: Route, prepare: (page: Page) => void): Page {
    const { registry, codeSpace, backend, actions, configOf, reportError } = this.parts;
    registry.load(route.path);
    const properties = Object.fromEntries(
      Object.entries(route.query).map(([name, value]) => [name, encodeURIComponent(value)]),
    );
    const root = backend.createRoot('wx-page', codeSpace, `/${route.path}${writeQuery(properties)}`);
    const page = new Page({
      ...route,
      component: root.getComponent(),
      config: configOf(route.path),
      navigationBar: new NavigationBar(actions),
      reportError,
    });
    Object.assign(page.instance, { route: route.path, __route__: route.path, options: { ...route.query } });
    this.style(page, page.component);
    this.parts.frames.append(page.frame);
    prepare(page);
    this.attach(root, page.scroller);
    return page;
  }

  /** WeChat gives every tab page its own instance of the custom tab bar. */
  addCustomTabBar(page: Page): void {
    const { registry, codeSpace, backend } = this.parts;
    if (!registry.bundle(CUSTOM_TAB_BAR)) return;
    registry.load(CUSTOM_TAB_BAR);
    const root = backend.createRoot('wx-custom-tab-bar', codeSpace, `/${CUSTOM_TAB_BAR}`);
    page.tabBar = root.getComponent();
    this.style(page, root.getComponent());
    this.attach(root, page.view);
  }

  private attach(root: ReturnType<AssociatedBackend['createRoot']>, parent: HTMLElement): void {
    const placeholder = parent.appendChild(document.createElement('div'));
    root.attach(
      parent as unknown as glassEasel.GeneralBackendElement,
      placeholder as unknown as glassEasel.GeneralBackendElement,
    );
  }

  private style(page: Page, root: glassEasel.GeneralComponent): void {
    const dependencies = [...root.getRootBehavior().getComponentDependencies()];
    const paths = dependencies.map(definition => definition.is).filter(path => path !== root.is);
    const isolation = this.parts.registry.bundle(root.is)?.json.styleIsolation ?? 'shared';
    this.parts.sheets.use(page.frame, root.is, paths, !WITHOUT_APP_SHEET.test(isolation));
  }
}
