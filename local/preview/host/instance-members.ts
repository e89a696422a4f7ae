import type * as glassEasel from 'glass-easel';
import { animate, clearAnimation } from './animate';
import type { HostPage } from './preview-host';
import { resolveRoute, writeQuery } from './routes';
import { recordSetData } from './setdata-log';
import { measureUpdate, setUpdatePerformanceListener } from './update-performance';

type Members = Record<string, unknown>;
type Instance = { is: string; _$: glassEasel.GeneralComponent };
type WxFactory = (...values: unknown[]) => { in(component: unknown): unknown };

/** What instances need to know about the phone around them. */
export interface Surroundings {
  pageOf(instance: unknown): HostPage | undefined;
  tabBarOf(page: HostPage): unknown;
}

/**
 * Adds to the prototype of every page and component what WeChat's instances have and the adapter's lack,
 * and measures setData. Queries and observers are those of `wx`, bound to the instance.
 */
export function extendInstances(prototype: object, around: Surroundings): void {
  const members = prototype as Members;
  const setData = members['setData'] as (data: Members, callback?: () => void) => void;
  const wx = () => (globalThis as unknown as { wx: Record<string, WxFactory> }).wx;
  const define = (name: string, value: unknown) =>
    Object.defineProperty(prototype, name, { value, writable: true, configurable: true });
  define('setData', function (this: Instance, data: Members, callback?: () => void) {
    // A reply may come after the page was closed; what is left of it has nothing to draw into.
    if (this._$.getBackendContext() === null) return;
    recordSetData(data, this.is, around.pageOf(this));
    measureUpdate(this, data ?? {}, () => setData.call(this, data ?? {}, callback));
  });
  define('createSelectorQuery', function (this: Instance) {
    return wx()['createSelectorQuery']?.().in(this);
  });
  define('createIntersectionObserver', function (this: Instance, options: unknown) {
    return wx()['createIntersectionObserver']?.(this, options);
  });
  define('createMediaQueryObserver', function (this: Instance) {
    return wx()['createMediaQueryObserver']?.(this);
  });
  define('getTabBar', function (this: Instance, callback?: (tabBar: unknown) => void) {
    const page = around.pageOf(this);
    const tabBar = page ? around.tabBarOf(page) : undefined;
    callback?.(tabBar);
    return tabBar;
  });
  define('getPageId', function (this: Instance) {
    return pageId(around.pageOf(this));
  });
  define('setUpdatePerformanceListener', setUpdatePerformanceListener);
  define('animate', animate);
  define('clearAnimation', clearAnimation);
  define('renderer', 'webview');
  // Only hints to WeChat about how to draw and scroll sooner; what is on screen is the same without.
  define('setInitialRenderingCache', () => undefined);
  define('setPassiveEvent', () => undefined);
  defineRouters(prototype, around);
}

const pageIds = new WeakMap<HostPage, string>();
let lastPageId = 0;

function pageId(page: HostPage | undefined): string {
  if (!page) return '';
  const known = pageIds.get(page) ?? `pageId:${++lastPageId}`;
  pageIds.set(page, known);
  return known;
}

/** `pageRouter` resolves relative to the page, `router` relative to the component's own file. */
function defineRouters(prototype: object, around: Surroundings): void {
  const define = (name: string, base: (instance: Instance) => string) =>
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: Instance) {
        return routerFrom(base(this));
      },
    });
  define('pageRouter', instance => around.pageOf(instance)?.path ?? instance.is);
  define('router', instance => instance.is);
}

/** `wx`'s own navigation, with urls made absolute. */
function routerFrom(base: string): Members {
  const { wx } = globalThis as unknown as { wx: Record<string, (options: Members) => unknown> };
  const go = (name: string) => (options: Members) => {
    const { path, query } = resolveRoute(String(options['url']), base);
    return wx[name]?.({ ...options, url: `/${path}${writeQuery(query)}` });
  };
  const moves = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'].map(name => [name, go(name)]);
  return { ...Object.fromEntries(moves), navigateBack: wx['navigateBack'] };
}
