import { element } from '../element';

/** Pixels the page is held down while refreshing, and the pull that starts it. */
const HELD = 50;
const TRIGGER = 45;
const LONGEST = 120;
/** Finger pixels for one pixel of pull, as the rubber band of a phone. */
const RESISTANCE = 2;
/** Wheel pixels upward at the top of the page that count as a pull, and the pause that ends one. */
const WHEEL_PULL = 240;
const WHEEL_PAUSE_MS = 250;

export interface PullDownPage {
  view: HTMLElement;
  content: HTMLElement;
  scroller: HTMLElement;
  enabled: () => boolean;
  onRefresh: () => void;
}

/** Pull-down refresh of one page by finger, mouse or wheel, and by `wx.startPullDownRefresh`. */
export class PullDown {
  private readonly dots = element('div', { class: 'preview-pull', 'aria-hidden': 'true' }, '● ● ●');
  private refreshing = false;
  private wheel = { pulled: 0, at: 0 };

  constructor(private readonly page: PullDownPage) {
    page.view.prepend(this.dots);
    this.watchPointer();
    page.scroller.addEventListener('wheel', event => this.onWheel(event), { passive: true });
  }

  style(background: string, text: 'dark' | 'light'): void {
    this.page.view.style.background = background;
    this.dots.style.color = text === 'light' ? '#fff' : '#8a8a8a';
  }

  start(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    this.shift(HELD);
    this.page.onRefresh();
  }

  stop(): void {
    this.refreshing = false;
    this.shift(0);
  }

  private shift(pixels: number): void {
    this.page.content.style.transform = pixels === 0 ? '' : `translateY(${pixels}px)`;
    this.dots.toggleAttribute('data-shown', pixels > 0);
  }

  private onWheel(event: WheelEvent): void {
    if (!this.page.enabled() || this.page.scroller.scrollTop > 0 || event.deltaY >= 0) return;
    const continues = event.timeStamp - this.wheel.at < WHEEL_PAUSE_MS;
    this.wheel = { pulled: (continues ? this.wheel.pulled : 0) - event.deltaY, at: event.timeStamp };
    if (this.wheel.pulled < WHEEL_PULL) return;
    this.wheel.pulled = 0;
    this.start();
  }

  /** Touch and mouse events, not pointer events: browsers cancel the latter when they begin to scroll. */
  private watchPointer(): void {
    const { scroller, enabled } = this.page;
    let from: number | undefined;
    let pull = 0;
    const begin = (y: number) => {
      from = !this.refreshing && enabled() && scroller.scrollTop <= 0 ? y : undefined;
      pull = 0;
    };
    const move = (y: number) => {
      if (from === undefined) return;
      pull = Math.min(LONGEST, Math.max(0, (y - from) / RESISTANCE));
      if (scroller.scrollTop > 0) from = undefined;
      else if (pull > 0) this.shift(pull);
    };
    const end = () => {
      if (from === undefined) return;
      from = undefined;
      if (pull >= TRIGGER) this.start();
      else if (pull > 0) this.shift(0);
    };
    scroller.addEventListener('touchstart', event => begin(event.touches[0]?.clientY ?? 0), {
      passive: true,
    });
    scroller.addEventListener('touchmove', event => move(event.touches[0]?.clientY ?? 0), { passive: true });
    scroller.addEventListener('touchend', end);
    scroller.addEventListener('touchcancel', end);
    scroller.addEventListener('mousedown', event => {
      if (event.button !== 0) return;
      begin(event.clientY);
      // On the window, as a drag may leave the phone; only while it lasts, as the window outlives the page.
      const dragged = new AbortController();
      const { signal } = dragged;
      window.addEventListener('mousemove', ({ clientY }) => move(clientY), { signal });
      const released = () => {
        dragged.abort();
        end();
      };
      window.addEventListener('mouseup', released, { signal });
    });
  }
}

export const PULL_DOWN_CSS = `
.preview-pull{position:absolute;left:0;right:0;top:0;height:50px;font-size:9px;line-height:50px;text-align:center;visibility:hidden}
.preview-pull[data-shown]{visibility:visible;animation:preview-pull 1s infinite alternate}
@keyframes preview-pull{to{opacity:.3}}
`;
