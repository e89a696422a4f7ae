import type * as glassEasel from 'glass-easel';
import type { PreviewHost } from '../host/preview-host';
import { domOf, elementAt } from './element-tree';
import type { HoverState } from './hover';

/** Beyond this (px) a touch is a drag: no tap, no long press. */
const TAP_SLOP = 10;
/** WeChat: "touched for more than 350 ms". */
const LONG_PRESS_MS = 350;

/** One finger, in coordinates of the browser window. */
export interface Point {
  identifier: number;
  x: number;
  y: number;
  force: number;
  target: EventTarget | null;
}

interface Finger {
  element: glassEasel.Element;
  x: number;
  y: number;
  moved: boolean;
  /** A longpress listener ran: WeChat then sends no tap. */
  longPressTaken: boolean;
  longPressed: boolean;
  timer: number;
}

/** Follows the fingers from touchstart to touchend and dispatches what they amount to. */
export class TouchSequence {
  private readonly fingers = new Map<number, Finger>();

  constructor(
    private readonly host: PreviewHost,
    private readonly hover: HoverState,
  ) {}

  start(native: Event, all: Point[], changed: Point[]): void {
    for (const point of changed) {
      const element = elementAt(point.target);
      if (!element) continue;
      const finger: Finger = {
        element,
        x: point.x,
        y: point.y,
        moved: false,
        longPressTaken: false,
        longPressed: false,
        timer: window.setTimeout(() => this.longPress(finger, native, all, point), LONG_PRESS_MS),
      };
      this.fingers.set(point.identifier, finger);
      this.dispatch('touchstart', element, native, all, [point]);
    }
    const first = this.fingers.get(all[0]?.identifier ?? -1);
    if (all.length === 1 && first) this.hover.press(first.element);
    else this.hover.cancel();
  }

  move(native: Event, all: Point[], changed: Point[]): void {
    for (const point of changed) {
      const finger = this.fingers.get(point.identifier);
      if (!finger) continue;
      if (Math.hypot(point.x - finger.x, point.y - finger.y) > TAP_SLOP) this.markMoved(finger);
      this.dispatch('touchmove', finger.element, native, all, [point]);
    }
  }

  end(native: Event, all: Point[], changed: Point[], cancelled: boolean): void {
    for (const point of changed) {
      const finger = this.fingers.get(point.identifier);
      if (!finger) continue;
      this.fingers.delete(point.identifier);
      clearTimeout(finger.timer);
      this.dispatch(cancelled ? 'touchcancel' : 'touchend', finger.element, native, all, [point]);
      if (cancelled) this.hover.cancel();
      else this.lift(finger, point, native);
    }
  }

  /** A tap from any source: finger, mouse, keyboard. */
  tap(element: glassEasel.Element, point: Point, native: Event): void {
    // A disabled button swallows the tap, for itself and for what is around it.
    if (domOf(element)?.closest('wx-button[disabled]')) return;
    this.dispatch('tap', element, native, [point], [point]);
  }

  private lift(finger: Finger, point: Point, native: Event): void {
    this.hover.release();
    if (finger.moved) return;
    if (finger.longPressed) this.dispatch('longtap', finger.element, native, [point], [point]);
    if (!finger.longPressTaken) this.tap(finger.element, point, native);
  }

  private longPress(finger: Finger, native: Event, all: Point[], point: Point): void {
    finger.longPressed = true;
    finger.longPressTaken = this.dispatch('longpress', finger.element, native, all, [point]);
  }

  private markMoved(finger: Finger): void {
    finger.moved = true;
    clearTimeout(finger.timer);
    this.hover.cancel();
  }

  /** Sends one event up the tree; true when any listener ran. */
  private dispatch(
    type: string,
    element: glassEasel.Element,
    native: Event,
    all: Point[],
    changed: Point[],
  ): boolean {
    const { Event: FrameworkEvent } = this.host.framework;
    let handled = false;
    const toTouch = this.touchMaker(element);
    const changedTouches = changed.map(toTouch);
    const { pageX: x = 0, pageY: y = 0 } = changedTouches[0] ?? {};
    const event = new FrameworkEvent(
      type,
      { x, y },
      {
        bubbles: true,
        composed: true,
        capturePhase: true,
        originalEvent: native,
        extraFields: { touches: all.map(toTouch), changedTouches },
        handleListenerReturn: returned => {
          handled = true;
          return returned !== false;
        },
      },
    );
    FrameworkEvent.dispatchEvent(element, event);
    if (event.defaultPrevented() && type === 'touchmove' && native.cancelable) native.preventDefault();
    return handled;
  }

  /** Page coordinates count from the top of the page's content, client coordinates from the page area. */
  private touchMaker(element: glassEasel.Element) {
    const page = this.host.currentPage();
    const area = page?.view.getBoundingClientRect();
    const dom = domOf(element);
    const canvas = dom?.matches('wx-canvas') ? dom.getBoundingClientRect() : undefined;
    return ({ identifier, x, y, force }: Point) => {
      const clientX = x - (area?.left ?? 0);
      const clientY = y - (area?.top ?? 0);
      return {
        identifier,
        force,
        clientX,
        clientY,
        pageX: clientX + (page?.scroller.scrollLeft ?? 0),
        pageY: clientY + (page?.scroller.scrollTop ?? 0),
        ...(canvas ? { x: x - canvas.left, y: y - canvas.top } : {}),
      };
    };
  }
}
