/** px of the screen. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What two boxes share; empty (right ≤ left or bottom ≤ top) when they do not meet. */
export const shared = (a: Box, b: Box): Box => ({
  left: Math.max(a.left, b.left),
  top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right),
  bottom: Math.min(a.bottom, b.bottom),
});

export const width = (box: Box): number => box.right - box.left;
export const height = (box: Box): number => box.bottom - box.top;
export const centre = (box: Box): [x: number, y: number] => [
  (box.left + box.right) / 2,
  (box.top + box.bottom) / 2,
];

/** A clipping ancestor cuts whatever lies outside it; in a direction in which something scrolls, nothing is lost. */
interface Clip {
  element: Element;
  box: Box;
  x: boolean;
  y: boolean;
}

const CLIPS = /hidden|clip|auto|scroll/;
const SCROLLS = /auto|scroll/;

/** An element and those it is drawn in, up to `frame`; what a fixed one stands in does not clip it. */
function drawnIn(element: Element, frame: Element): Element[] {
  const chain: Element[] = [];
  for (let at: Element | null = element; at && at !== frame; at = at.parentElement) {
    chain.push(at);
    if (getComputedStyle(at).position === 'fixed') break;
  }
  return [...chain, frame];
}

/** Ancestors that clip `element`, innermost first, up to the page's own frame. */
export function clipsAround(element: Element, frame: Element): Clip[] {
  const open = { x: true, y: true };
  return drawnIn(element, frame).flatMap(at => {
    const { overflowX, overflowY } = getComputedStyle(at);
    const x = open.x && CLIPS.test(overflowX);
    const y = open.y && CLIPS.test(overflowY);
    open.x &&= !(SCROLLS.test(overflowX) && at.scrollWidth > at.clientWidth);
    open.y &&= !(SCROLLS.test(overflowY) && at.scrollHeight > at.clientHeight);
    // What scrolls loses nothing in that direction.
    const clip = { element: at, box: at.getBoundingClientRect(), x: x && open.x, y: y && open.y };
    return clip.x || clip.y ? [clip] : [];
  });
}

/** What is left of a box inside all that clips it between `element` and `common`, scrolling included. */
export function seenBelow(box: Box, element: Element, common: Element): Box {
  return drawnIn(element, common)
    .filter(at => at !== common)
    .reduce((seen, at) => {
      const { overflowX, overflowY } = getComputedStyle(at);
      const inside = shared(seen, at.getBoundingClientRect());
      const { left, right } = CLIPS.test(overflowX) ? inside : seen;
      const { top, bottom } = CLIPS.test(overflowY) ? inside : seen;
      return { left, top, right, bottom };
    }, box);
}
