import type { Page } from 'playwright-core';

/** fontSizeScaleFactor of the phone; 1.4 is 关怀模式, which the app shows as 特大. */
const FONTS = { standard: 1, 'extra-large': 1.4 };
/** Heights of the phones people have in these widths, px. */
const HEIGHTS = { 320: 568, 375: 812, 430: 932 };

export interface Variant {
  font: keyof typeof FONTS;
  theme: 'light' | 'dark';
  width: keyof typeof HEIGHTS;
}

export const nameOf = ({ font, theme, width }: Variant): string => `${font}-${theme}-${width}`;

const WIDTHS = [320, 375, 430] as const;
const THEMES = ['light', 'dark'] as const;

/** Font by font: within one, only colours and width change, which every screen follows while it is shown. */
export const variants: Variant[] = (['standard', 'extra-large'] as const).flatMap(font =>
  THEMES.flatMap(theme => WIDTHS.map(width => ({ font, theme, width }))),
);

/** Turns a running phone into another one, as its owner would in WeChat's settings. */
export async function dress(page: Page, { font, theme, width }: Variant): Promise<void> {
  await page.setViewportSize({ width, height: HEIGHTS[width] });
  const data = JSON.stringify({ type: 'settings', width, theme, fontScale: FONTS[font] });
  await page.evaluate(
    `window.dispatchEvent(new MessageEvent('message', { data: ${data}, origin: location.origin }))`,
  );
}
