import { type Box, centre, height, seenBelow, shared, width } from './box';
import { type Drawn, layerOf, nameOf } from './drawn';

/** px that two boxes may share before somebody sees it. */
const SLACK = 2;
/** Made of parts that lie on one another on purpose. */
const ONE_CONTROL = 'wx-input,wx-textarea,wx-picker,wx-slider,wx-switch,wx-swiper,wx-canvas,wx-image';

interface Thing {
  element: Element;
  box: Box;
  layer: Element | undefined;
}

function commonAncestor(a: Element, b: Element): Element {
  let at = a;
  while (!at.contains(b)) at = at.parentElement ?? document.body;
  return at;
}

const areRelated = (a: Element, b: Element) =>
  a.contains(b) ||
  b.contains(a) ||
  (a.closest(ONE_CONTROL) !== null && a.closest(ONE_CONTROL) === b.closest(ONE_CONTROL));

function meets(a: Thing, b: Thing): boolean {
  const raw = shared(a.box, b.box);
  if (width(raw) <= SLACK || height(raw) <= SLACK) return false;
  if (a.layer !== b.layer || areRelated(a.element, b.element)) return false;
  const common = commonAncestor(a.element, b.element);
  const both = shared(seenBelow(a.box, a.element, common), seenBelow(b.box, b.element, common));
  return width(both) > SLACK && height(both) > SLACK;
}

const isOpaque = (element: Element) => {
  const [, , , alpha = '1'] = getComputedStyle(element).backgroundColor.match(/[\d.]+/g) ?? [];
  return Number(alpha) > 0.5;
};

/** What lies over the middle of a control so that a finger would not reach it. */
function coverOf(element: Element, box: Box): Element | undefined {
  const [x, y] = centre(box);
  for (const at of document.elementsFromPoint(x, y)) {
    if (at === element || element.contains(at) || at.contains(element)) return undefined;
    if (isOpaque(at)) return at;
  }
  return undefined;
}

/** Hidden from everybody until it is uncovered: what a swipe shows lies under its row. */
function isUncoveredLater({ element, box }: { element: Element; box: Box }): boolean {
  if (element.closest('[aria-hidden=true]') === null) return false;
  const isBelowTheFold = document.elementFromPoint(...centre(box)) === null;
  return isBelowTheFold || coverOf(element, box) !== undefined;
}

/** Texts and controls that lie on one another without being parts of each other. */
export function overlapping({ letters, targets }: Drawn): string[] {
  const drawn = [
    ...letters.flatMap(({ element, lines }) => lines.map(box => ({ element, box }))),
    ...targets,
  ];
  const things: Thing[] = drawn
    .filter(thing => !isUncoveredLater(thing))
    .map(thing => ({ ...thing, layer: layerOf(thing.element) }));
  const found = new Set<string>();
  things.forEach((a, index) => {
    for (const b of things.slice(index + 1)) {
      if (a.element !== b.element && meets(a, b)) found.add(`${nameOf(a.element)} on ${nameOf(b.element)}`);
    }
  });
  return [...found].map(pair => `overlap: ${pair}`);
}

/** Controls that something else covers. Those that are scrolled away are not on the screen. */
export function covered({ frame, targets }: Drawn): string[] {
  return targets.flatMap(({ element, box }) => {
    const seen = seenBelow(box, element, frame.parentElement ?? document.body);
    if (width(seen) < SLACK || height(seen) < height(box) / 2) return [];
    const cover = coverOf(element, seen);
    if (!cover || layerOf(cover) !== layerOf(element)) return [];
    return [`covered: ${nameOf(element)} by ${nameOf(cover)}`];
  });
}
