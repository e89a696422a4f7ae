import type { BuiltinNode } from './builtin';
import { onDrag } from './drag';
import type { ScrollViewData } from './scroll-view-properties';

/** A finger moves the refresher by half its way; beyond this height (px) no further. */
const RESISTANCE = 0.5;
const MAX_PULL = 120;

/** Pull-to-refresh of a scroll-view: the strip above the content and its four events. */
export class Refresher {
  readonly dom = document.createElement('div');
  private pulled = 0;
  private refreshing = false;

  constructor(
    private readonly node: BuiltinNode<ScrollViewData>,
    private readonly scroller: HTMLElement,
  ) {
    this.dom.className = 'wx-scroll-refresher';
    this.dom.setAttribute('aria-hidden', 'true');
    let startsAtTop = false;
    onDrag(scroller, {
      start: () => {
        startsAtTop = node.data.refresherEnabled && !this.refreshing && scroller.scrollTop <= 0;
        return startsAtTop;
      },
      move: (_dx, dy) => this.pull(dy * RESISTANCE),
      end: () => this.release(),
    });
    // The browser must not scroll or take over the touch while the finger pulls down at the top.
    let startY = 0;
    scroller.addEventListener(
      'touchstart',
      event => {
        startY = event.touches[0]?.clientY ?? 0;
      },
      { passive: true },
    );
    scroller.addEventListener(
      'touchmove',
      event => {
        const pullsDown = (event.touches[0]?.clientY ?? 0) > startY;
        if (startsAtTop && pullsDown && scroller.scrollTop <= 0 && event.cancelable) event.preventDefault();
      },
      { passive: false },
    );
  }

  update(changed: ReadonlySet<string>): void {
    const { data } = this.node;
    this.dom.textContent = data.refresherDefaultStyle === 'none' ? '' : '●●●';
    this.dom.style.color = data.refresherDefaultStyle === 'white' ? '#fff' : '';
    this.dom.style.background = data.refresherBackground;
    if (!changed.has('refresherTriggered')) return;
    if (data.refresherTriggered) this.refresh();
    else if (this.refreshing) this.restore();
  }

  refresh(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    this.show(this.node.data.refresherThreshold);
    this.node.set({ refresherTriggered: true });
    this.node.fire('refresherrefresh', { dy: this.pulled });
  }

  private pull(dy: number): void {
    if (dy <= 0 && this.pulled === 0) return;
    this.scroller.classList.add('wx-scroll-pulling');
    this.show(Math.min(MAX_PULL, Math.max(0, dy)));
    if (this.scroller.scrollTop > 0) this.scroller.scrollTop = 0;
    this.node.fire('refresherpulling', { dy: this.pulled });
  }

  private release(): void {
    if (this.pulled === 0) return;
    this.scroller.classList.remove('wx-scroll-pulling');
    if (this.pulled >= this.node.data.refresherThreshold) this.refresh();
    else {
      this.node.fire('refresherabort', { dy: this.pulled });
      this.show(0);
    }
  }

  private restore(): void {
    this.refreshing = false;
    this.show(0);
    this.node.fire('refresherrestore', { dy: 0 });
  }

  private show(height: number): void {
    this.pulled = height;
    this.dom.style.height = `${height}px`;
    this.scroller.style.setProperty('--wx-pulled', `${height}px`);
  }
}
