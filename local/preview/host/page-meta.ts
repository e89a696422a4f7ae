import type { PageMeta } from './preview-host';

/** 17 px is WeChat's standard size; `system` is that times the phone's font scale. */
const SYSTEM_FONT_PX = 17;

const TRANSPARENT = 'rgba(0, 0, 0, 0)';

/** CSS size of `page-font-size` and `root-font-size`; empty when the page asks for none. */
function fontSize(text: string | undefined, fontScale: number): string {
  return text === 'system' ? `${SYSTEM_FONT_PX * fontScale}px` : (text ?? '');
}

/** Leaves an equal size alone: a written one makes the browser compute every style below anew. */
function setFontSize({ style }: HTMLElement, size: string): void {
  if (style.fontSize !== size) style.fontSize = size;
}

/** Writes the font sizes; only the page on show decides what `rem` is, as all pages share one document. */
export function applyFontSizes(
  meta: PageMeta,
  root: HTMLElement,
  fontScale: number,
  ownsDocument: boolean,
): void {
  if (meta.pageFontSize !== undefined) setFontSize(root, fontSize(meta.pageFontSize, fontScale));
  if (ownsDocument) setFontSize(document.documentElement, fontSize(meta.rootFontSize, fontScale));
}

/**
 * What a browser takes from the body to the window: the page's colour paints everything behind it, and a page
 * that hides its overflow does not scroll. Reads computed styles: call it when they are computed anyway.
 */
export function dressScroller(meta: PageMeta, root: HTMLElement, scroller: HTMLElement): void {
  const { backgroundColor, overflowY } = getComputedStyle(root);
  const canvas = meta.rootBackgroundColor || backgroundColor;
  const { style } = scroller;
  if (canvas === TRANSPARENT) style.removeProperty('--page-canvas');
  else if (style.getPropertyValue('--page-canvas') !== canvas) style.setProperty('--page-canvas', canvas);
  scroller.toggleAttribute('data-clipped', overflowY === 'hidden');
}
