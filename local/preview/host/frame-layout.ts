import { type PageArea, pageInsets, type Screen } from './geometry';
import type { Page } from './page';

/** Tells a page's styles how much room it has: insets, units and the safe area are variables of its frame. */
export function layOut(page: Page, screen: Screen, area: PageArea): void {
  const insets = pageInsets(screen, area);
  const px = (value: number) => `${value}px`;
  const height = screen.height - insets.top - insets.bottom;
  const variables: Record<string, string> = {
    '--page-top': px(insets.top),
    '--page-bottom': px(insets.bottom),
    '--status-bar': px(insets.statusBar),
    '--rpx': px(screen.width / 750),
    '--vw': px(screen.width / 100),
    '--vh': px(height / 100),
    '--safe-area-inset-top': px(insets.safeTop),
    '--safe-area-inset-bottom': px(insets.safeBottom),
    '--safe-area-inset-left': '0px',
    '--safe-area-inset-right': '0px',
  };
  const { style } = page.frame;
  for (const [name, value] of Object.entries(variables)) {
    // Writing a variable, even its own value, makes the browser compute every style below anew.
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
  }
  page.navigationBar.setCustom(area.customNavigation);
}
