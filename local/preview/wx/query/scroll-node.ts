interface ScrollTo {
  top?: number;
  left?: number;
  animated?: boolean;
}

/** The element that really scrolls inside a scroll-view. */
export function scrollElement(dom: HTMLElement): HTMLElement {
  if (!dom.matches('wx-scroll-view')) return dom;
  const within = [dom, ...dom.querySelectorAll<HTMLElement>('*')];
  return within.find(node => /auto|scroll/.test(getComputedStyle(node).overflow)) ?? dom;
}

/** WeChat's ScrollViewContext. */
export function scrollNode(dom: HTMLElement) {
  const scroller = scrollElement(dom);
  return {
    scrollEnabled: true,
    scrollTo({ top, left, animated }: ScrollTo): void {
      scroller.scrollTo({
        ...(top !== undefined && { top }),
        ...(left !== undefined && { left }),
        behavior: animated ? 'smooth' : 'instant',
      });
    },
    scrollIntoView(selector: string): void {
      scroller.querySelector(selector)?.scrollIntoView({ block: 'start' });
    },
  };
}
