import { type Box, clipsAround } from './box';
import { type Drawn, nameOf } from './drawn';

/** px that rounding and letters leaning out of their line may take. */
const SLACK = 1.5;

/** Where the part of an element that a page clips is lost: which clip takes it, and whether dots say so. */
function loss(element: Element, boxes: Box[], frame: Element): { by: Element; dotted: boolean } | undefined {
  for (const { element: by, box, x, y } of clipsAround(element, frame)) {
    const outX = x && boxes.some(({ left, right }) => left < box.left - SLACK || right > box.right + SLACK);
    const outY = y && boxes.some(({ top, bottom }) => top < box.top - SLACK || bottom > box.bottom + SLACK);
    if (!outX && !outY) continue;
    const { textOverflow, webkitLineClamp } = getComputedStyle(by);
    const clamped = webkitLineClamp !== '' && webkitLineClamp !== 'none';
    return { by, dotted: (outX && textOverflow === 'ellipsis') || clamped };
  }
  return undefined;
}

/** For screen readers only: a box of a pixel. */
const isOffstage = (element: Element) => element.clientWidth <= 1 || element.clientHeight <= 1;

const isFrame = (element: Element) => element.matches('.preview-view,.preview-scroller,.preview-content');

/** Texts and controls that are off the screen or cut; in the large modes also those shortened to dots. */
export function cutOff({ frame, big, letters, targets }: Drawn): string[] {
  const texts = letters.map(({ element, lines }) => ({ element, boxes: lines }));
  const controls = targets.map(({ element, box }) => ({ element, boxes: [box] }));
  return [...texts, ...controls].flatMap(({ element, boxes }) => {
    const lost = loss(element, boxes, frame);
    if (!lost || isOffstage(lost.by)) return [];
    if (lost.dotted) return big ? [`shortened: ${nameOf(element)}`] : [];
    return [
      isFrame(lost.by)
        ? `off the screen: ${nameOf(element)}`
        : `cut: ${nameOf(element)} by ${nameOf(lost.by)}`,
    ];
  });
}

/** Sideways scrolling of anything that is not meant to slide: a page is as wide as its screen. */
export function tooWide({ frame }: Drawn): string[] {
  return [frame, ...frame.querySelectorAll('.preview-scroller,.wx-scroll')]
    .filter(element => /auto|scroll/.test(getComputedStyle(element).overflowY))
    .filter(element => element.scrollWidth > element.clientWidth + SLACK)
    .map(
      element => `scrolls sideways by ${element.scrollWidth - element.clientWidth} px: ${nameOf(element)}`,
    );
}
