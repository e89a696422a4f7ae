import type { ApiTable } from '../api-call';

interface Timing {
  /** Milliseconds. */
  duration?: number;
  delay?: number;
  timingFunction?: string;
  transformOrigin?: string;
}

interface Animate {
  type: string;
  args: unknown[];
}

interface Action {
  animates: Animate[];
  option: {
    transformOrigin: string;
    transition: { duration: number; delay: number; timingFunction: string };
  };
}

/** What `export()` gives to the `animation` attribute of a node. */
export interface ExportedAnimation {
  actions: Action[];
}

const TRANSFORMS = [
  ...[
    'rotate',
    'rotate3d',
    'rotateX',
    'rotateY',
    'rotateZ',
    'scale',
    'scale3d',
    'scaleX',
    'scaleY',
    'scaleZ',
  ],
  ...['translate', 'translate3d', 'translateX', 'translateY', 'translateZ', 'skew', 'skewX', 'skewY'],
  ...['matrix', 'matrix3d'],
];
const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'left', 'right', 'top', 'bottom'];

const px = (value: unknown) => (typeof value === 'number' ? `${value}px` : String(value));

function transformText({ type, args }: Animate): string {
  const unit = (value: unknown, at: number): string => {
    if (typeof value !== 'number') return String(value);
    if (type.startsWith('translate')) return `${value}px`;
    const isAngle = /^(rotate|skew)/.test(type) && (type !== 'rotate3d' || at === 3);
    return isAngle ? `${value}deg` : String(value);
  };
  return `${type}(${args.map(unit).join(',')})`;
}

/** Collects changes until `step()`, steps until `export()`; chainable as in WeChat. */
function createAnimation(defaults: Timing = {}) {
  let animates: Animate[] = [];
  let actions: Action[] = [];
  const optionOf = (timing: Timing): Action['option'] => ({
    transformOrigin: timing.transformOrigin ?? '50% 50% 0',
    transition: {
      duration: timing.duration ?? 400,
      delay: timing.delay ?? 0,
      timingFunction: timing.timingFunction ?? 'linear',
    },
  });
  const animation: Record<string, unknown> = {
    step(timing: Timing = {}) {
      actions.push({ animates, option: optionOf({ ...defaults, ...timing }) });
      animates = [];
      return animation;
    },
    export(): ExportedAnimation {
      const exported = { actions };
      actions = [];
      return exported;
    },
  };
  for (const type of [...TRANSFORMS, ...STYLES]) {
    animation[type] = (...args: unknown[]) => {
      animates.push({ type, args });
      return animation;
    };
  }
  return animation;
}

/** Steps end where the next begins: a transform keeps what earlier steps did to it. */
function keyframeOf({ animates }: Action, before: Record<string, string>): Record<string, string> {
  const frame = { ...before };
  const transforms = animates.filter(animate => TRANSFORMS.includes(animate.type)).map(transformText);
  if (transforms.length > 0) frame['transform'] = transforms.join(' ');
  for (const { type, args } of animates) {
    if (STYLES.includes(type)) frame[type] = /opacity|Color/.test(type) ? String(args[0]) : px(args[0]);
  }
  return frame;
}

/** Plays an exported animation on a DOM element, step after step, and leaves it where the last one ends. */
export async function playAnimation(dom: HTMLElement, { actions }: ExportedAnimation): Promise<void> {
  let frame: Record<string, string> = {};
  for (const action of actions) {
    frame = keyframeOf(action, frame);
    const { duration, delay, timingFunction } = action.option.transition;
    dom.style.transformOrigin = action.option.transformOrigin;
    await dom.animate([{}, frame], { duration, delay, easing: timingFunction, fill: 'forwards' }).finished;
    Object.assign(dom.style, frame);
  }
}

export function animationApi(): ApiTable {
  return { createAnimation };
}
