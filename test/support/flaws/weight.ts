import type { Weight } from '../screen-flaws';

/** Elements that the preview adds and WXML does not have. */
const OF_THE_PREVIEW =
  '.preview-pull,.preview-content,.preview-scroller,.wx-scroll,.wx-scroll-content,.wx-scroll-refresher';

const childrenOf = (element: Element): Element[] =>
  [...element.children].flatMap(child => {
    if (child.matches('.preview-pull,.wx-scroll-refresher')) return [];
    return child.matches(OF_THE_PREVIEW) ? childrenOf(child) : [child];
  });

/** Counts everything that the page on top has drawn, inside of components included. */
export function weigh(root: Element): Weight {
  const below = childrenOf(root);
  const weights = below.map(weigh);
  return {
    nodes: 1 + weights.reduce((sum, { nodes }) => sum + nodes, 0),
    depth: 1 + Math.max(0, ...weights.map(({ depth }) => depth)),
    children: Math.max(below.length, ...weights.map(({ children }) => children)),
  };
}
