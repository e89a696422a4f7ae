/** `wx.createAnimation().export()`: steps in order, each with its own transition. Times in ms. */
interface AnimationStep {
  animates: { type: string; args: unknown[] }[];
  option?: {
    transformOrigin?: string;
    transition?: { duration?: number; timingFunction?: string; delay?: number };
  };
}

/** What carries the animation: glass-easel's elements keep styles in segments that templates do not touch. */
export interface Animated {
  setNodeStyle(style: string, segment?: number): void;
}

/** glass-easel's StyleSegmentIndex.ANIMATION_EXTRA. */
const ANIMATION_SEGMENT = 2;

const running = new WeakMap<Animated, number>();
const LENGTHS = new Set(['width', 'height', 'top', 'left', 'right', 'bottom']);
const DEGREES = /^(rotate|skew)/;

function transformText(type: string, args: unknown[]): string {
  if (DEGREES.test(type) && type !== 'rotate3d') return `${type}(${args.map(arg => `${arg}deg`).join(',')})`;
  if (type === 'rotate3d') return `rotate3d(${args.slice(0, 3).join(',')},${args[3] ?? 0}deg)`;
  if (type.startsWith('translate')) {
    return `${type}(${args.map(arg => (typeof arg === 'number' ? `${arg}px` : String(arg))).join(',')})`;
  }
  return `${type}(${args.join(',')})`;
}

/** Style changes in createAnimation carry `args: [property, value]`. */
function styleOf(args: unknown[]): [string, string] {
  const [property, value] = args;
  const unit = typeof value === 'number' && LENGTHS.has(String(property)) ? 'px' : '';
  return [String(property), `${value}${unit}`];
}

/** Starts a step on top of the styles earlier steps left; gives its length in ms. */
function applyStep(target: Animated, step: AnimationStep, styles: Map<string, string>): number {
  const { duration = 400, timingFunction = 'linear', delay = 0 } = step.option?.transition ?? {};
  styles.set('transition', `all ${duration}ms ${timingFunction} ${delay}ms`);
  styles.set('transform-origin', step.option?.transformOrigin ?? '50% 50% 0');
  const transforms: string[] = [];
  for (const { type, args } of step.animates) {
    if (type === 'style') styles.set(...styleOf(args));
    else transforms.push(transformText(type, args));
  }
  if (transforms.length > 0) styles.set('transform', transforms.join(' '));
  const text = Array.from(styles, ([name, value]) => `${name}:${value}`).join(';');
  target.setNodeStyle(text, ANIMATION_SEGMENT);
  return duration + delay;
}

/** Plays exported animation data on an element; newer data replaces what is still running. */
export function playAnimation(target: Animated, data: unknown): void {
  clearTimeout(running.get(target));
  const steps = (data as { actions?: AnimationStep[] } | null)?.actions ?? [];
  const styles = new Map<string, string>();
  const playFrom = (index: number) => {
    const step = steps[index];
    if (!step) return;
    running.set(
      target,
      window.setTimeout(() => playFrom(index + 1), applyStep(target, step, styles)),
    );
  };
  // A frame later: the element must have been laid out once, or there is nothing to animate from.
  if (steps.length > 0) requestAnimationFrame(() => playFrom(0));
}
