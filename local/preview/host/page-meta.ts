import type { PageMeta } from './preview-host';

/** 17 px is WeChat's standard size; `system` is that times the phone's font scale. */
const SYSTEM_FONT_PX = 17;

const TRANSPARENT = 'rgba(0, 0, 0, 0)';

/** CSS size of `page-font-size` and `root-font-size`; empty when the page asks for none. */
function fontSize(text: string | undefined, fontScale: number): string {
  return text === 'system' ? `${SYSTEM_FONT_PX * fontScale}px` : (text ?? '');
}

export interface MetaTarget {
  root: HTMLElement;
  scroller: HTMLElement;
  fontScale: number;
  /** Only the page on show decides what `rem` is: all pages share one document. */
  ownsDocument: boolean;
}

/** Applies font sizes, and paints the canvas behind a page as a browser does with the body's background. */
export function applyPageMeta(meta: PageMeta, { root, scroller, fontScale, ownsDocument }: MetaTarget): void {
  if (meta.pageFontSize !== undefined) root.style.fontSize = fontSize(meta.pageFontSize, fontScale);
  if (ownsDocument) document.documentElement.style.fontSize = fontSize(meta.rootFontSize, fontScale);
  const canvas = meta.rootBackgroundColor || getComputedStyle(root).backgroundColor;
  if (canvas !== TRANSPARENT) scroller.style.setProperty('--page-canvas', canvas);
  else scroller.style.removeProperty('--page-canvas');
}
