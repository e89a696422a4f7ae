import type * as glassEasel from 'glass-easel';
import { animate, clearAnimation } from './animate';
import type { HostPage } from './preview-host';
import { recordSetData } from './setdata-log';

type Members = Record<string, unknown>;
type Instance = { is: string; _$: glassEasel.GeneralComponent };
type WxFactory = (...values: unknown[]) => { in(component: unknown): unknown };

/** What instances need to know about the phone around them. */
export interface Surroundings {
  pageOf(instance: unknown): HostPage | undefined;
  tabBarOf(page: HostPage): unknown;
  router(from: string): Members;
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
    recordSetData(data, this.is);
    setData.call(this, data ?? {}, callback);
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
  define('setUpdatePerformanceListener', () => undefined);
  define('animate', animate);
  define('applyAnimation', () => undefined);
  define('clearAnimation', clearAnimation);
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
  Object.defineProperty(prototype, 'pageRouter', {
    configurable: true,
    get(this: Instance) {
      return around.router(around.pageOf(this)?.path ?? this.is);
    },
  });
  Object.defineProperty(prototype, 'router', {
    configurable: true,
    get(this: Instance) {
      return around.router(this.is);
    },
  });
}
