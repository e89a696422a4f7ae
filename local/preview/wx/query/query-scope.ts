import type * as glassEasel from 'glass-easel';
import type { HostPage, PreviewHost, Rect } from '../../host/preview-host';

export type Element = glassEasel.Element;

interface Caller {
  _$?: glassEasel.GeneralComponent;
}

/** Where a query or an observer looks: a component, and the page whose area WeChat counts positions from. */
export interface QueryScope {
  component: glassEasel.GeneralComponent | undefined;
  page: HostPage | undefined;
}

/** The scope of `in(component)`; without one the page on top. */
export function scopeOf(host: PreviewHost, caller?: unknown): QueryScope {
  if (!caller) {
    const page = host.currentPage();
    return { component: page?.component, page };
  }
  const component = (caller as Caller)._$ ?? (caller as glassEasel.GeneralComponent);
  return { component, page: host.pageOf(caller) ?? host.currentPage() };
}

/** All matches below the component; `a >>> b` goes on into the components that `a` matches. */
export function findAll({ component }: QueryScope, selector: string): Element[] {
  return component?.getShadowRoot()?.querySelectorAll(selector) ?? [];
}

export function findFirst({ component }: QueryScope, selector: string): Element | null {
  return component?.getShadowRoot()?.querySelector(selector) ?? null;
}

/** The DOM element behind a node; undefined for a virtual host. */
export function domOf(element: Element): HTMLElement | undefined {
  const backend: unknown = element.$$;
  return backend instanceof HTMLElement ? backend : undefined;
}

/** A browser rectangle in WeChat's coordinates: px from the top left of the page area. */
export function pageRect({ page }: QueryScope, rect: DOMRectReadOnly): Rect {
  const origin = page?.view.getBoundingClientRect() ?? { left: 0, top: 0 };
  const left = rect.left - origin.left;
  const top = rect.top - origin.top;
  return {
    left,
    top,
    right: left + rect.width,
    bottom: top + rect.height,
    width: rect.width,
    height: rect.height,
  };
}

/** The element that really scrolls: the scroll-view's own inner one, or the element itself. */
export function scrollElement(dom: HTMLElement): HTMLElement {
  if (!dom.matches('wx-scroll-view')) return dom;
  const within = [dom, ...dom.querySelectorAll<HTMLElement>('*')];
  return within.find(node => /auto|scroll/.test(getComputedStyle(node).overflow)) ?? dom;
}
