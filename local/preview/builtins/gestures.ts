import type * as glassEasel from 'glass-easel';
import type { PreviewHost } from '../host/preview-host';
import { elementAt } from './element-tree';
import { HoverState } from './hover';
import { pressFromKeyboard } from './keyboard';
import { type Point, TouchSequence } from './touch-sequence';

/** Browsers send mouse events after touches; for this long (ms) they are echoes. */
const TOUCH_ECHO_MS = 800;
const MOUSE_ID = 0;

/** Not touches, but delivered the same way: they bubble. */
const ANIMATION_EVENTS = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

/**
 * Turns DOM touch, mouse and key events below `root` into WeChat's: touchstart, touchmove, touchend, touchcancel,
 * tap, longpress, longtap, with `touches`, `changedTouches` and `detail {x, y}` in page coordinates, and plays
 * `hover-class`. Returns "stop listening". A handler that catches touchmove keeps the browser from scrolling.
 */
export function installGestures(root: HTMLElement, host: PreviewHost): () => void {
  const stop = new AbortController();
  const options = { capture: true, passive: false, signal: stop.signal };
  const hover = new HoverState();
  const sequence = new TouchSequence(host, hover);
  let lastTouchAt = Number.NEGATIVE_INFINITY;

  const onTouch = (event: TouchEvent) => {
    lastTouchAt = event.timeStamp;
    const all = Array.from(event.touches, pointOf);
    const changed = Array.from(event.changedTouches, pointOf);
    if (event.type === 'touchstart') sequence.start(event, all, changed);
    else if (event.type === 'touchmove') sequence.move(event, all, changed);
    else sequence.end(event, all, changed, event.type === 'touchcancel');
  };
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
    root.addEventListener(type, onTouch, options);
  }

  let pressed = false;
  root.addEventListener(
    'mousedown',
    event => {
      if (event.button !== 0 || isTouchEcho(event, lastTouchAt)) return;
      pressed = true;
      sequence.start(event, [mousePoint(event)], [mousePoint(event)]);
    },
    options,
  );
  // On the window: a drag may leave the phone and must still end.
  window.addEventListener(
    'mousemove',
    event => {
      if (pressed) sequence.move(event, [mousePoint(event)], [mousePoint(event)]);
    },
    options,
  );
  window.addEventListener(
    'mouseup',
    event => {
      if (!pressed || event.button !== 0) return;
      pressed = false;
      sequence.end(event, [], [mousePoint(event)], false);
    },
    options,
  );

  root.addEventListener('keydown', event => pressFromKeyboard(event, sequence), options);
  for (const type of ANIMATION_EVENTS) {
    root.addEventListener(type, event => forwardAnimation(host.framework, event), options);
  }
  // The browser's own menu would cut a long press short; with a mouse it stays, for the inspector.
  root.addEventListener(
    'contextmenu',
    event => {
      if (event.timeStamp - lastTouchAt < TOUCH_ECHO_MS) event.preventDefault();
    },
    options,
  );
  return () => stop.abort();
}

function pointOf(touch: Touch): Point {
  return {
    identifier: touch.identifier,
    x: touch.clientX,
    y: touch.clientY,
    force: touch.force || 1,
    target: touch.target,
  };
}

/** Chromium marks the mouse events it makes up after touches; others only leave the time to go by. */
function isTouchEcho(event: UIEvent, lastTouchAt: number): boolean {
  const { sourceCapabilities } = event as { sourceCapabilities?: { firesTouchEvents: boolean } | null };
  return sourceCapabilities?.firesTouchEvents ?? event.timeStamp - lastTouchAt < TOUCH_ECHO_MS;
}

function mousePoint(event: MouseEvent): Point {
  return { identifier: MOUSE_ID, x: event.clientX, y: event.clientY, force: 1, target: event.target };
}

/** Only animations of mini program elements: parts inside a built-in are not the page's business. */
function forwardAnimation(framework: typeof glassEasel, event: TransitionEvent | AnimationEvent): void {
  const element = elementAt(event.target, true);
  if (!element) return;
  const name =
    event instanceof TransitionEvent
      ? { propertyName: event.propertyName }
      : { animationName: event.animationName };
  const options = { bubbles: true, composed: true, capturePhase: true, originalEvent: event };
  const detail = { elapsedTime: event.elapsedTime, ...name };
  framework.Event.dispatchEvent(element, new framework.Event(event.type, detail, options));
}
