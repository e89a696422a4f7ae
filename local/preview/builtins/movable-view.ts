import { type BuiltinNode, type BuiltinView, defineBuiltin } from './builtin';
import { onDrag } from './drag';
import { pixels } from './length';

const DEFAULTS = {
  direction: 'none',
  inertia: false,
  outOfBounds: false,
  /** px, or with a unit. */
  x: null as unknown,
  y: null as unknown,
  damping: 20,
  friction: 2,
  disabled: false,
  scale: false,
  scaleMin: 0.1,
  scaleMax: 10,
  scaleValue: 1,
  animation: true,
};

type Source = '' | 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | 'friction';

/** Distance (px) a throw of 1 px/ms carries at friction 2. */
const THROW_PX = 200;
/** How far (share of the finger's way) it follows beyond the edge. */
const BEYOND = 0.5;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

class MovableView implements BuiltinView {
  private at = { x: 0, y: 0 };
  private scale = 1;

  constructor(private readonly node: BuiltinNode<typeof DEFAULTS>) {
    let from = this.at;
    let axis = '';
    onDrag(node.root, {
      start: event => {
        if (node.data.disabled || node.data.direction === 'none') return false;
        // A swiper around it stays where it is.
        event.stopPropagation();
        from = this.at;
        axis = '';
        return true;
      },
      move: (dx, dy) => {
        if (axis === '') {
          axis = Math.abs(dx) > Math.abs(dy) ? 'htouchmove' : 'vtouchmove';
          node.fire(axis);
        }
        this.drag(from.x + this.along('horizontal', dx), from.y + this.along('vertical', dy));
      },
      end: (_dx, _dy, velocity) => {
        if (axis !== '') this.settle(velocity);
      },
    });
  }

  update(changed: ReadonlySet<string>): void {
    const { direction, disabled, scaleValue, scaleMin, scaleMax } = this.node.data;
    const moves = direction !== 'none' && !disabled;
    const touchActions: Record<string, string> = { horizontal: 'pan-y', vertical: 'pan-x', all: 'none' };
    this.node.root.style.touchAction = moves ? (touchActions[direction] ?? '') : '';
    if (changed.has('scaleValue') && this.node.data.scale) {
      this.scale = clamp(scaleValue, scaleMin, scaleMax);
      this.node.fire('scale', { ...this.at, scale: this.scale });
    }
    if (changed.has('x') || changed.has('y') || changed.has('scaleValue')) this.goToWanted();
  }

  attached(): void {
    // Once it has been laid out: until then its bounds are not known.
    setTimeout(() => this.goToWanted(false), 0);
  }

  private along(direction: 'horizontal' | 'vertical', distance: number): number {
    const wanted = this.node.data.direction;
    return wanted === 'all' || wanted === direction ? distance : 0;
  }

  /** Where it may be: inside the area, or around it when it is the larger. */
  private inBounds({ x, y }: { x: number; y: number }) {
    const { root } = this.node;
    const area = root.parentElement?.closest<HTMLElement>('wx-movable-area');
    if (!area) return { x, y };
    const room = (outer: number, inner: number) => outer - inner * this.scale;
    const keepIn = (value: number, space: number) => clamp(value, Math.min(0, space), Math.max(0, space));
    return {
      x: keepIn(x, room(area.clientWidth, root.offsetWidth)),
      y: keepIn(y, room(area.clientHeight, root.offsetHeight)),
    };
  }

  private goToWanted(animated = this.node.data.animation): void {
    if (!this.node.root.isConnected) return;
    const { width } = this.node.host.settings;
    const wanted = { x: pixels(this.node.data.x, width), y: pixels(this.node.data.y, width) };
    this.moveTo(this.inBounds(wanted), '', animated);
  }

  private drag(x: number, y: number): void {
    const inside = this.inBounds({ x, y });
    const isOutside = inside.x !== x || inside.y !== y;
    if (!this.node.data.outOfBounds || !isOutside) this.moveTo(inside, 'touch', false);
    else {
      const beyond = { x: inside.x + (x - inside.x) * BEYOND, y: inside.y + (y - inside.y) * BEYOND };
      this.moveTo(beyond, 'touch-out-of-bounds', false);
    }
  }

  private settle(velocity: { x: number; y: number }): void {
    const { inertia, friction, animation } = this.node.data;
    const inside = this.inBounds(this.at);
    if (inside.x !== this.at.x || inside.y !== this.at.y) this.moveTo(inside, 'out-of-bounds', true);
    else if (inertia) {
      const reach = THROW_PX * (2 / (friction > 0 ? friction : 2));
      const x = this.at.x + this.along('horizontal', velocity.x) * reach;
      const y = this.at.y + this.along('vertical', velocity.y) * reach;
      this.moveTo(this.inBounds({ x, y }), 'friction', animation);
    }
  }

  private moveTo(to: { x: number; y: number }, source: Source, animated: boolean): void {
    const moved = to.x !== this.at.x || to.y !== this.at.y;
    this.at = to;
    const { style } = this.node.root;
    style.transition = animated ? 'transform .3s ease-out' : '';
    style.transform = `translate(${to.x}px,${to.y}px) scale(${this.scale})`;
    if (moved) this.node.fire('change', { ...to, source });
  }
}

export const movableView = defineBuiltin({
  tag: 'movable-view',
  defaults: DEFAULTS,
  css: `wx-movable-view{position:absolute;top:0;left:0;display:inline-block;width:10px;height:10px;
transform-origin:0 0;will-change:transform}`,
  create: node => new MovableView(node),
});
