import { type Box, width } from './box';

/** Letters of one element, line by line; px of the screen. */
export interface Letters {
  element: Element;
  lines: Box[];
  text: string;
  /** px */
  size: number;
  weight: number;
}

/** What a finger or a keyboard presses or fills in. */
export interface Target {
  element: Element;
  box: Box;
}

/** One screen as it is drawn at this moment: the layer on top, and what the page is set in. */
export interface Drawn {
  frame: Element;
  /** The smaller of the large modes counts as large too. */
  big: boolean;
  /** Size of main text in this mode, px. */
  body: number;
  letters: Letters[];
  targets: Target[];
}

const FRAME = '.preview-frame:not([data-hidden]) .preview-view';
const TARGETS = ['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'option', 'slider', 'menuitem']
  .map(role => `[role=${role}]`)
  .concat('input', 'textarea')
  .join();
/** Parts of the preview's phone, and what lies under a sheet: seen, but not meant to be used now. */
const SHADE = '.t-overlay';

const isSeen = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

/** The fixed element that an element is part of; undefined in the page itself. */
export function layerOf(element: Element): Element | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (getComputedStyle(at).position === 'fixed') return at;
  }
  return undefined;
}

/** Letters fill less than their line: Chinese ones are as high as the type is large. */
function inkOf(rect: DOMRect, size: number): Box {
  const middle = (rect.top + rect.bottom) / 2;
  return { left: rect.left, right: rect.right, top: middle - size * 0.46, bottom: middle + size * 0.46 };
}

function lettersOf(node: Node): Letters | undefined {
  const element = node.parentElement;
  const text = (node.textContent ?? '').trim();
  if (!element || text === '' || !isSeen(element) || element.closest('.preview-pull,.wx-scroll-refresher'))
    return undefined;
  const { fontSize, fontWeight } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  const range = document.createRange();
  range.selectNodeContents(node);
  const lines = [...range.getClientRects()].map(rect => inkOf(rect, size)).filter(box => width(box) >= 1);
  return lines.length === 0 ? undefined : { element, lines, text, size, weight: Number(fontWeight) };
}

function allLetters(root: Element): Letters[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Letters[] = [];
  while (walker.nextNode()) {
    const letters = lettersOf(walker.currentNode);
    if (letters) found.push(letters);
  }
  return found;
}

const allTargets = (root: Element): Target[] =>
  [...root.querySelectorAll(TARGETS)]
    .filter(element => isSeen(element) && element.clientWidth > 0)
    .map(element => ({ element, box: element.getBoundingClientRect() }));

/** Reads what the phone shows. While a sheet is open, only the sheet is judged. */
export function readScreen(): Drawn {
  const frame = document.querySelector(FRAME);
  if (!frame) throw new Error('no page is shown');
  const app = frame.querySelector('.app') ?? frame;
  const body = Number.parseFloat(getComputedStyle(app).getPropertyValue('--fs-body')) || 16;
  const shaded = [...frame.querySelectorAll(SHADE)].some(isSeen);
  const isJudged = ({ element }: { element: Element }) => !shaded || layerOf(element) !== undefined;
  return {
    frame,
    big: app.matches('.font-large,.font-extra-large'),
    body,
    letters: allLetters(frame).filter(isJudged),
    targets: allTargets(frame).filter(isJudged),
  };
}

/** How a finding names an element. */
export function nameOf(element: Element): string {
  const id = element.closest('[id]')?.id;
  const name = element.getAttribute('class')?.split(' ')[0] ?? element.tagName.toLowerCase();
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
  return `${id ? `#${id} ` : ''}.${name} “${text.slice(0, 24)}”`;
}
