import { onDrag } from './drag';

/** A scroll that has not moved for this long (ms) has come to rest, where the browser knows no `scrollend`. */
const REST_MS = 150;

/** A column that always rests on one of its items: the browser's scrolling and snapping, by finger, wheel or keys. */
export class Wheel {
  private timer = 0;
  private moving = false;
  /** A mouse drags: every step it makes would count as a rest. */
  private held = false;
  private index = 0;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly itemHeight: () => number,
    private readonly listener: { start?(): void; rest(index: number): void },
  ) {
    scroller.tabIndex = 0;
    scroller.addEventListener('scroll', () => this.onScroll(), { passive: true });
    scroller.addEventListener('scrollend', () => this.rest());
    scroller.addEventListener('keydown', event => this.onKey(event));
    let from = 0;
    // Fingers scroll by themselves; a mouse does not.
    onDrag(scroller, {
      start: event => {
        from = scroller.scrollTop;
        this.held = event.pointerType === 'mouse';
        return this.held;
      },
      move: (_dx, dy) => {
        scroller.style.scrollSnapType = 'none';
        scroller.scrollTop = from - dy;
      },
      end: () => {
        scroller.style.scrollSnapType = '';
        this.held = false;
        this.rest();
      },
    });
  }

  /** Rests on an item without telling anybody. */
  showIndex(index: number): void {
    // On its way elsewhere by a finger: it will tell when it is there.
    if (this.moving && index === this.index) return;
    this.index = index;
    this.scroller.scrollTop = index * this.itemHeight();
  }

  /** Turns to an item as the person would. */
  turnTo(index: number): void {
    this.scroller.scrollTo({ top: index * this.itemHeight(), behavior: 'smooth' });
  }

  private onScroll(): void {
    if (!this.moving && this.indexNow() !== this.index) {
      this.moving = true;
      this.listener.start?.();
    }
    if ('onscrollend' in this.scroller) return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.rest(), REST_MS);
  }

  private indexNow(): number {
    const height = this.itemHeight();
    return height > 0 ? Math.round(this.scroller.scrollTop / height) : 0;
  }

  private rest(): void {
    if (this.held) return;
    const index = this.indexNow();
    this.moving = false;
    if (index === this.index) return;
    this.index = index;
    this.listener.rest(index);
  }

  private onKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    this.turnTo(Math.max(0, this.indexNow() + step));
  }
}

export const WHEEL_CSS = `
.wx-wheel{flex:1;min-width:0;height:100%;overflow-y:scroll;overscroll-behavior:contain;scroll-snap-type:y mandatory;
  scrollbar-width:none;outline:0;text-align:center}
.wx-wheel::-webkit-scrollbar{display:none}
`;
