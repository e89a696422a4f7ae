import type { PhoneGeometry } from './preview-host';

/** Of an iPhone with a notch, and of the old small one, in CSS pixels. */
const NOTCHED = { statusBar: 44, bottomInset: 34 };
const SMALL = { statusBar: 20, bottomInset: 0 };
export const NAVIGATION_BAR_HEIGHT = 44;
export const TAB_BAR_HEIGHT = 50;
const CAPSULE = { width: 87, height: 32, right: 7, belowStatusBar: 4 };

export interface Screen {
  width: number;
  height: number;
}

export interface PageArea {
  customNavigation: boolean;
  /** The phone's own tab bar is on screen under this page. */
  tabBar: boolean;
}

function edges(screen: Screen) {
  return screen.width < 360 ? SMALL : NOTCHED;
}

/** Height of the strip at the foot of the screen that belongs to the system. */
export function homeIndicator(screen: Screen): number {
  return edges(screen).bottomInset;
}

/** Where a page may draw: the insets are what `env(safe-area-inset-*)` means inside that page. */
export function pageInsets(screen: Screen, area: PageArea) {
  const { statusBar, bottomInset } = edges(screen);
  return {
    top: area.customNavigation ? 0 : statusBar + NAVIGATION_BAR_HEIGHT,
    bottom: area.tabBar ? TAB_BAR_HEIGHT + bottomInset : 0,
    safeTop: area.customNavigation ? statusBar : 0,
    safeBottom: area.tabBar ? 0 : bottomInset,
    statusBar,
  };
}

export function measurePhone(screen: Screen, left: number, area: PageArea): PhoneGeometry {
  const insets = pageInsets(screen, area);
  const { statusBar, bottomInset } = edges(screen);
  const capsuleTop = statusBar + CAPSULE.belowStatusBar;
  return {
    screenWidth: screen.width,
    screenHeight: screen.height,
    windowWidth: screen.width,
    windowHeight: screen.height - insets.top - insets.bottom,
    statusBarHeight: statusBar,
    pageTop: insets.top,
    pageLeft: left,
    safeArea: rect(0, statusBar, screen.width, screen.height - statusBar - bottomInset),
    menuButton: rect(screen.width - CAPSULE.right - CAPSULE.width, capsuleTop, CAPSULE.width, CAPSULE.height),
    pixelRatio: 2,
  };
}

function rect(left: number, top: number, width: number, height: number) {
  return { left, top, width, height, right: left + width, bottom: top + height };
}
