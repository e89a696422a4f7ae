/** What a page wants to know of its own scrolling. */
export interface ScrollListener {
  onScroll(scrollTop: number): void;
  onReachBottom(): void;
  /** Distance from the end, in pixels, at which onReachBottom fires. */
  reachBottomDistance(): number;
}

/** Watches a page's scroller; "reached the bottom" is said once for every time the zone is entered. */
export function watchScroll(scroller: HTMLElement, listener: ScrollListener): void {
  let inZone = false;
  let lastTop = 0;
  scroller.addEventListener('scroll', () => {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    listener.onScroll(scrollTop);
    const near = scrollHeight - clientHeight - scrollTop <= listener.reachBottomDistance();
    const down = scrollTop > lastTop;
    lastTop = scrollTop;
    if (near && !inZone && down) listener.onReachBottom();
    inZone = near;
  });
}

/** Scrolls within `ms`; resolves when the browser is there. */
export async function scrollSmoothly(scroller: HTMLElement, top: number, ms: number): Promise<void> {
  const target = Math.max(0, Math.min(top, scroller.scrollHeight - scroller.clientHeight));
  const from = scroller.scrollTop;
  const startedAt = performance.now();
  while (ms > 0) {
    const done = (performance.now() - startedAt) / ms;
    if (done >= 1) break;
    scroller.scrollTop = from + (target - from) * done * (2 - done);
    await new Promise(resolve => requestAnimationFrame(resolve));
  }
  scroller.scrollTop = target;
}
