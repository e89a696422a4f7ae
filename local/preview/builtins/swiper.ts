import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';
import { onDrag } from './drag';
import { visitContent } from './element-tree';
import { type SwiperItem, swiperItemOf } from './swiper-item';
import { easeOut, SWIPER_CSS, SWIPER_DEFAULTS, SWIPER_EASINGS, type SwiperData } from './swiper-properties';

/** A flick faster than this (px/ms) turns the page however short it was. */
const FLICK = 0.3;

type Source = '' | 'autoplay' | 'touch';

/** Lays its items side by side and slides between them; positions count in items, fractions while moving. */
class Swiper implements BuiltinView {
  readonly slot = document.createElement('div');
  private readonly dots = document.createElement('div');
  private items: SwiperItem[] = [];
  private current = 0;
  private position = 0;
  private frame = 0;
  private timer = 0;
  private dragging = false;
  private readonly watcher = new MutationObserver(() => this.findItems());

  constructor(private readonly node: BuiltinNode<SwiperData>) {
    this.slot.className = 'wx-swiper-track';
    this.dots.className = 'wx-swiper-dots';
    node.root.append(this.slot, this.dots);
    let from = 0;
    onDrag(this.slot, {
      start: () => {
        from = this.position;
        return this.items.length > 1;
      },
      move: (dx, dy) => {
        cancelAnimationFrame(this.frame);
        this.dragging = true;
        this.showAt(from - this.along(dx, dy) / this.itemLength());
      },
      end: (dx, dy, velocity) => this.settle(from, this.along(dx, dy), this.along(velocity.x, velocity.y)),
    });
  }

  update(changed: ReadonlySet<string>): void {
    const { data, root } = this.node;
    root.toggleAttribute('vertical', data.vertical);
    this.slot.style.touchAction = data.vertical ? 'pan-x' : 'pan-y';
    const [start, end] = data.vertical ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
    this.slot.style.inset = '0';
    this.slot.style[start] = data.previousMargin;
    this.slot.style[end] = data.nextMargin;
    if (changed.has('current') || changed.has('currentItemId')) this.goToWanted(changed);
    if (changed.has('autoplay') || changed.has('interval')) this.play();
    this.drawDots();
    this.showAt(this.position);
  }

  attached(): void {
    this.watcher.observe(this.slot, { childList: true });
    this.findItems();
    this.play();
  }

  detached(): void {
    this.watcher.disconnect();
    clearInterval(this.timer);
    cancelAnimationFrame(this.frame);
  }

  private findItems(): void {
    const items: SwiperItem[] = [];
    visitContent(this.node.host.framework, this.node.element, element => {
      const item = swiperItemOf(element);
      if (item) items.push(item);
      return !item;
    });
    this.items = items;
    if (!this.dragging) {
      this.current = this.clamp(this.node.data.current);
      this.position = this.current;
    }
    this.drawDots();
    this.showAt(this.position);
  }

  private goToWanted(changed: ReadonlySet<string>): void {
    const { current, currentItemId } = this.node.data;
    const byId = changed.has('currentItemId')
      ? this.items.findIndex(item => item.itemId === currentItemId)
      : -1;
    const wanted = this.clamp(byId >= 0 ? byId : current);
    if (this.items.length === 0 || wanted === this.current) return;
    this.turnTo(wanted, '');
  }

  private get wraps(): boolean {
    return this.node.data.circular && this.items.length > this.node.data.displayMultipleItems;
  }

  private clamp(index: number): number {
    const last = Math.max(0, this.items.length - this.node.data.displayMultipleItems);
    return Math.min(last, Math.max(0, Math.trunc(index)));
  }

  private along(x: number, y: number): number {
    return this.node.data.vertical ? y : x;
  }

  private itemLength(): number {
    const length = this.node.data.vertical ? this.slot.clientHeight : this.slot.clientWidth;
    return length / this.node.data.displayMultipleItems || 1;
  }

  /** Draws the state in which item number `position` is at the start of the track. */
  private showAt(position: number): void {
    const count = this.items.length;
    const last = Math.max(0, count - this.node.data.displayMultipleItems);
    this.position = this.wraps ? position : Math.min(last + 0.3, Math.max(-0.3, position));
    const share = 100 / this.node.data.displayMultipleItems;
    this.items.forEach((item, index) => {
      let offset = index - this.position;
      if (this.wraps) offset = ((((offset + count / 2) % count) + count) % count) - count / 2;
      item.place(offset, share, this.node.data.vertical);
    });
  }

  private settle(from: number, distance: number, speed: number): void {
    if (!this.dragging) return;
    this.dragging = false;
    const flick = Math.abs(speed) > FLICK ? -Math.sign(speed) : 0;
    const nearest = flick === 0 ? Math.round(this.position) : Math.round(from) + flick;
    const target = this.wraps ? nearest : this.clamp(nearest);
    if (distance !== 0) this.turnTo(target, 'touch');
  }

  /** Slides to an item (beyond the ends when the track wraps) and reports where it came to rest. */
  private turnTo(target: number, source: Source): void {
    const count = this.items.length;
    const next = ((target % count) + count) % count;
    const moved = next !== this.current;
    this.current = next;
    const detail = { current: next, currentItemId: this.items[next]?.itemId ?? '', source };
    this.node.set({ current: next });
    this.drawDots();
    if (moved) this.node.fire('change', detail);
    this.slide(target, () => {
      this.showAt(next);
      this.node.fire('animationfinish', detail);
    });
  }

  private slide(target: number, done: () => void): void {
    cancelAnimationFrame(this.frame);
    const from = this.position;
    const { duration, vertical, easingFunction } = this.node.data;
    const ease = SWIPER_EASINGS[easingFunction] ?? easeOut;
    const startAt = performance.now();
    const step = (now: number) => {
      const share = duration > 0 ? Math.min(1, Math.max(0, (now - startAt) / duration)) : 1;
      const eased = ease(share);
      this.showAt(from + (target - from) * eased);
      const moved = (target - from) * eased * this.itemLength();
      this.node.fire('transition', vertical ? { dx: 0, dy: moved } : { dx: moved, dy: 0 });
      if (share < 1) this.frame = requestAnimationFrame(step);
      else done();
    };
    if (duration <= 0) step(startAt);
    else this.frame = requestAnimationFrame(step);
  }

  private play(): void {
    clearInterval(this.timer);
    const { autoplay, interval } = this.node.data;
    if (!autoplay || !this.node.root.isConnected) return;
    this.timer = window.setInterval(() => {
      if (this.items.length < 2 || this.dragging) return;
      const next = this.current + 1;
      this.turnTo(this.wraps ? next : next % (this.clamp(Number.MAX_SAFE_INTEGER) + 1), 'autoplay');
    }, interval);
  }

  private drawDots(): void {
    const { indicatorDots, indicatorColor, indicatorActiveColor } = this.node.data;
    const count = indicatorDots ? this.items.length : 0;
    this.dots.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const dot = document.createElement('i');
        dot.style.backgroundColor = index === this.current ? indicatorActiveColor : indicatorColor;
        return dot;
      }),
    );
  }
}

export const swiper = defineBuiltin({
  tag: 'swiper',
  defaults: SWIPER_DEFAULTS,
  css: SWIPER_CSS,
  create: node => new Swiper(node),
});
