import type * as glassEasel from 'glass-easel';
import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';
import { domOf, findById } from './element-tree';
import { pixels } from './length';
import { Refresher } from './scroll-refresher';
import { EDGE_PX, SCROLL_VIEW_DEFAULTS, type ScrollViewData } from './scroll-view-properties';

/** Properties that ask for a scroll position. */
const POSITIONS = ['scrollTop', 'scrollLeft', 'scrollIntoView'] as const;

interface Edge {
  name: 'scrolltoupper' | 'scrolltolower';
  direction: string;
  /** Was within the threshold at the last look: WeChat reports arrivals, not staying. */
  near: boolean;
}

/** With `enhanced`, the finger's part of a scroll has events of its own. */
function reportDrags(node: BuiltinNode<ScrollViewData>, scroller: HTMLElement): void {
  const fire = (type: string, velocity = { x: 0, y: 0 }) => {
    if (!node.data.enhanced) return;
    node.fire(type, { scrollTop: scroller.scrollTop, scrollLeft: scroller.scrollLeft, velocity });
  };
  let dragged = false;
  scroller.addEventListener('touchstart', () => {
    dragged = false;
  });
  const options = { passive: true };
  scroller.addEventListener(
    'touchmove',
    () => {
      fire(dragged ? 'dragging' : 'dragstart');
      dragged = true;
    },
    options,
  );
  for (const type of ['touchend', 'touchcancel'] as const) {
    scroller.addEventListener(type, () => {
      if (dragged) fire('dragend');
      dragged = false;
    });
  }
}

class ScrollView implements BuiltinView {
  readonly slot = document.createElement('div');
  private readonly scroller = document.createElement('div');
  private readonly refresher: Refresher;
  private readonly edges: Edge[] = [
    { name: 'scrolltoupper', direction: 'top', near: true },
    { name: 'scrolltolower', direction: 'bottom', near: false },
    { name: 'scrolltoupper', direction: 'left', near: true },
    { name: 'scrolltolower', direction: 'right', near: false },
  ];
  private last = { left: 0, top: 0 };
  private readonly wanted = new Set<string>();

  constructor(private readonly node: BuiltinNode<ScrollViewData>) {
    this.scroller.className = 'wx-scroll';
    this.scroller.setAttribute('data-scroller', '');
    this.slot.className = 'wx-scroll-content';
    this.refresher = new Refresher(node, this.scroller);
    this.scroller.append(this.refresher.dom, this.slot);
    node.root.append(this.scroller);
    this.scroller.addEventListener('scroll', () => this.onScroll(), { passive: true });
    reportDrags(node, this.scroller);
    this.forwardOffsets();
    node.expose(this.context());
  }

  update(changed: ReadonlySet<string>): void {
    const { data } = this.node;
    const { style } = this.scroller;
    style.overflowX = data.scrollX ? 'auto' : 'hidden';
    style.overflowY = data.scrollY ? 'auto' : 'hidden';
    this.node.root.toggleAttribute('enable-flex', data.enableFlex);
    this.scroller.classList.toggle('wx-scroll-no-bar', !data.showScrollbar && data.enhanced);
    this.scroller.classList.toggle('wx-scroll-paged', data.pagingEnabled && data.enhanced);
    style.overscrollBehavior = data.enhanced && !data.bounces ? 'none' : '';
    this.refresher.update(changed);
    this.schedulePosition(POSITIONS.filter(name => changed.has(name)));
  }

  attached(): void {
    this.schedulePosition(POSITIONS);
  }

  /** After the running update and layout: the target may only just be coming into being. */
  private schedulePosition(names: readonly string[]): void {
    if (names.length === 0 || !this.scroller.isConnected) return;
    if (this.wanted.size === 0) setTimeout(() => this.applyPosition(), 0);
    for (const name of names) this.wanted.add(name);
  }

  private applyPosition(): void {
    const { data, host } = this.node;
    const behavior = data.scrollWithAnimation ? 'smooth' : 'auto';
    const wantedPixels = (name: 'scrollTop' | 'scrollLeft') =>
      this.wanted.has(name) && data[name] !== null ? pixels(data[name], host.settings.width) : undefined;
    const top = wantedPixels('scrollTop');
    const left = wantedPixels('scrollLeft');
    const into = this.wanted.has('scrollIntoView') ? data.scrollIntoView : '';
    this.wanted.clear();
    if (top !== undefined) this.scroller.scrollTo({ behavior, top });
    if (left !== undefined) this.scroller.scrollTo({ behavior, left });
    const target = into === '' ? undefined : findById(host.framework, this.node.element, into);
    if (target) this.bringIntoView(target, behavior);
  }

  private bringIntoView(element: glassEasel.Element, behavior: ScrollBehavior): void {
    const box = domOf(element)?.getBoundingClientRect();
    if (!box) return;
    const frame = this.scroller.getBoundingClientRect();
    const { data, host } = this.node;
    const offset = pixels(data.scrollIntoViewOffset, host.settings.width);
    this.scroller.scrollTo({
      behavior,
      ...(data.scrollY ? { top: this.scroller.scrollTop + box.top - frame.top + offset } : {}),
      ...(data.scrollX ? { left: this.scroller.scrollLeft + box.left - frame.left + offset } : {}),
    });
  }

  private onScroll(): void {
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = this.scroller;
    const deltaX = this.last.left - scrollLeft;
    const deltaY = this.last.top - scrollTop;
    if (deltaX === 0 && deltaY === 0) return;
    this.last = { left: scrollLeft, top: scrollTop };
    this.node.fire('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
    this.reportEdges();
  }

  private reportEdges(): void {
    const { data, host } = this.node;
    const { scrollLeft, scrollTop, scrollHeight, scrollWidth, clientHeight, clientWidth } = this.scroller;
    const reach = (threshold: unknown) => pixels(threshold ?? EDGE_PX, host.settings.width);
    const upper = reach(data.upperThreshold);
    const lower = reach(data.lowerThreshold);
    const near: Record<string, boolean> = {
      top: data.scrollY && scrollTop <= upper,
      bottom: data.scrollY && scrollTop + clientHeight + lower >= scrollHeight,
      left: data.scrollX && scrollLeft <= upper,
      right: data.scrollX && scrollLeft + clientWidth + lower >= scrollWidth,
    };
    for (const edge of this.edges) {
      const isNear = near[edge.direction] ?? false;
      if (isNear && !edge.near) this.node.fire(edge.name, { direction: edge.direction });
      edge.near = isNear;
    }
  }

  /** Selector queries read the scroll offset of the tag itself. */
  private forwardOffsets(): void {
    const { scroller, node } = this;
    for (const name of ['scrollTop', 'scrollLeft'] as const) {
      Object.defineProperty(node.root, name, {
        get: () => scroller[name],
        set: (value: number) => {
          scroller[name] = value;
        },
      });
    }
    for (const name of ['scrollHeight', 'scrollWidth'] as const) {
      Object.defineProperty(node.root, name, { get: () => scroller[name] });
    }
  }

  /** WeChat's ScrollViewContext. */
  private context() {
    const { scroller, node, refresher } = this;
    return {
      scrollEnabled: true,
      bounces: true,
      scrollTo(options: { top?: number; left?: number; animated?: boolean }) {
        const behavior = options.animated === false ? 'auto' : 'smooth';
        scroller.scrollTo({ top: scroller.scrollTop, left: scroller.scrollLeft, ...options, behavior });
      },
      scrollIntoView: (selector: string, options: { animated?: boolean } = {}) => {
        const found = findById(node.host.framework, node.element, selector.replace(/^#/, ''));
        if (found) this.bringIntoView(found, options.animated === false ? 'auto' : 'smooth');
      },
      triggerRefresh: () => refresher.refresh(),
      closeRefresh: () => node.set({ refresherTriggered: false }),
    };
  }
}

export const scrollView = defineBuiltin({
  tag: 'scroll-view',
  defaults: SCROLL_VIEW_DEFAULTS,
  css: `
wx-scroll-view{display:block;width:100%}
.wx-scroll{position:relative;width:100%;height:100%;max-height:inherit;-webkit-overflow-scrolling:touch}
.wx-scroll-content{width:100%;height:100%;margin-top:var(--wx-pulled,0);transition:margin-top .2s}
wx-scroll-view[enable-flex]>.wx-scroll,wx-scroll-view[enable-flex]>.wx-scroll>.wx-scroll-content{display:inherit;flex:none;
  flex-direction:inherit;flex-wrap:inherit;justify-content:inherit;align-items:inherit;align-content:inherit;gap:inherit}
.wx-scroll-no-bar{scrollbar-width:none}
.wx-scroll-paged{scroll-snap-type:both mandatory}
.wx-scroll-paged>.wx-scroll-content>*{scroll-snap-align:start;scroll-snap-stop:always}
.wx-scroll-refresher{position:absolute;top:0;left:0;right:0;display:flex;align-items:center;justify-content:center;height:0;overflow:hidden;color:#8a8a8a;
  letter-spacing:6px;transition:height .2s}
.wx-scroll-pulling>*{transition:none}
`,
  create: node => new ScrollView(node),
});
