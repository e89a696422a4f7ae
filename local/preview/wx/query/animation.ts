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

const LENGTHS = new Set(['width', 'height', 'left', 'right', 'top', 'bottom']);

/** Style changes travel as `{type: 'style', args: [property, value]}`, numbers of lengths in px. */
function styleChange(property: string, value: unknown): Animate {
  const name = property === 'backgroundColor' ? 'background-color' : property;
  const length = typeof value === 'number' && LENGTHS.has(property);
  return { type: 'style', args: [name, length ? `${value}px` : value] };
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
  const chained =
    (make: (args: unknown[]) => Animate) =>
    (...args: unknown[]) => {
      animates.push(make(args));
      return animation;
    };
  for (const type of TRANSFORMS) animation[type] = chained(args => ({ type, args }));
  for (const property of STYLES) animation[property] = chained(([value]) => styleChange(property, value));
  return animation;
}

export function animationApi(): ApiTable {
  return { createAnimation };
}
