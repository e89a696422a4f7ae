import type * as glassEasel from 'glass-easel';

type Frame = Record<string, unknown> & { offset?: number; ease?: string };
type Instance = { _$: glassEasel.GeneralComponent };

/**
 * `this.animate(selector, keyframes, ms, done)` by the browser's own animations. A scroll timeline in place of
 * `done` is not known here: the animation then runs by time.
 */
export function animate(this: Instance, selector: string, frames: Frame[], ms: number, done?: unknown): void {
  const keyframes = frames.map(({ ease, offset, ...rest }) => ({
    ...toCss(rest),
    ...(offset === undefined ? {} : { offset }),
    ...(ease ? { easing: ease } : {}),
  }));
  const running = domNodes(this, selector).map(
    node => node.animate(keyframes, { duration: ms, fill: 'forwards' }).finished,
  );
  void Promise.allSettled(running).then(() => {
    if (typeof done === 'function') done();
  });
}

/** `this.clearAnimation(selector, options?, done?)` drops all of them, whatever the options name. */
export function clearAnimation(this: Instance, selector: string, ...rest: unknown[]): void {
  const animations = domNodes(this, selector).flatMap(node => node.getAnimations());
  for (const animation of animations) animation.cancel();
  const done = rest.find(value => typeof value === 'function') as (() => void) | undefined;
  done?.();
}

function domNodes(instance: Instance, selector: string): HTMLElement[] {
  const elements = instance._$.getShadowRoot()?.querySelectorAll(selector) ?? [];
  return elements.map(found => found.$$ as unknown as HTMLElement).filter(Boolean);
}

/** Transforms that key frames name as properties of their own (`{ rotate: 45 }`), with their unit. */
const UNITS: Readonly<Record<string, string>> = {
  ...unitOf('px', 'translate translateX translateY translateZ translate3d'),
  ...unitOf('deg', 'rotate rotateX rotateY rotateZ skew skewX skewY'),
  ...unitOf('', 'scale scaleX scaleY scaleZ scale3d matrix matrix3d'),
};

function unitOf(unit: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map(name => [name, unit]));
}

function toCss(frame: Record<string, unknown>): Keyframe {
  const style: Keyframe = {};
  const transforms: string[] = [];
  for (const [name, value] of Object.entries(frame)) {
    const unit = UNITS[name];
    if (unit !== undefined)
      transforms.push(
        `${name}(${[value]
          .flat()
          .map(item => withUnit(item, unit))
          .join(',')})`,
      );
    else style[name === 'bgColor' ? 'backgroundColor' : name] = String(value);
  }
  if (transforms.length > 0) style['transform'] = transforms.join(' ');
  return style;
}

function withUnit(value: unknown, unit: string): string {
  return typeof value === 'number' ? `${value}${unit}` : String(value);
}
