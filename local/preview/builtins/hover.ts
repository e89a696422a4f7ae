import type * as glassEasel from 'glass-easel';
import { composedPath, domOf } from './element-tree';

/** The highest of glass-easel's class segments (StyleSegmentIndex.TEMP_EXTRA): not touched by templates. */
const HOVER_SEGMENT = 3;

interface Hover {
  className: string;
  startMs: number;
  stayMs: number;
  stops: boolean;
}

/** Defaults per tag (ms): class, delay before it appears, time it stays after the finger is gone. */
const DEFAULTS: Record<string, [className: string, startMs: number, stayMs: number]> = {
  'WX-VIEW': ['none', 50, 400],
  'WX-BUTTON': ['button-hover', 20, 70],
  'WX-NAVIGATOR': ['navigator-hover', 50, 600],
};

function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function hoverOf(element: glassEasel.Element): Hover | undefined {
  const dom = domOf(element);
  const defaults = DEFAULTS[dom?.tagName ?? ''];
  if (!dom || !defaults || dom.hasAttribute('disabled')) return undefined;
  const data = (element as { data?: Record<string, unknown> }).data;
  const read = (name: string) => (data ? data[camelCase(name)] : element.getAttribute(name));
  const className = String(read('hover-class') ?? defaults[0]);
  if (className === 'none' || className === '') return undefined;
  const stops = read('hover-stop-propagation');
  return {
    className,
    startMs: Number(read('hover-start-time') ?? defaults[1]),
    stayMs: Number(read('hover-stay-time') ?? defaults[2]),
    stops: Boolean(stops) || stops === '',
  };
}

/** Shows `hover-class` on what a finger holds: the touched element and every one around it, until one stops it. */
export class HoverState {
  private held: { element: glassEasel.Element; hover: Hover; timer: number; shown: boolean }[] = [];

  press(target: glassEasel.Element): void {
    this.cancel();
    for (const element of composedPath(target)) {
      const hover = hoverOf(element);
      if (!hover) continue;
      const entry = { element, hover, timer: 0, shown: false };
      entry.timer = window.setTimeout(() => {
        entry.shown = true;
        element.setNodeClass(hover.className, HOVER_SEGMENT);
      }, hover.startMs);
      this.held.push(entry);
      if (hover.stops) return;
    }
  }

  /** The finger has gone: shown classes stay their time; a tap too quick to show one flashes it. */
  release(): void {
    for (const { element, hover, timer, shown } of this.held.splice(0)) {
      clearTimeout(timer);
      if (!shown) element.setNodeClass(hover.className, HOVER_SEGMENT);
      window.setTimeout(() => element.setNodeClass('', HOVER_SEGMENT), hover.stayMs);
    }
  }

  /** The finger moved or was taken over by scrolling: nothing is pressed any more. */
  cancel(): void {
    for (const { element, timer, shown } of this.held.splice(0)) {
      clearTimeout(timer);
      if (shown) element.setNodeClass('', HOVER_SEGMENT);
    }
  }
}
