import type { Settings } from '../../../typings/contract/people';
import { readStored, writeStored } from '../../platform/storage';
import {
  onSystemLook,
  paintNavigationBar,
  paintTabBar,
  systemFontScale,
  systemTheme,
  windowWidth,
} from '../../platform/system';
import { type Appearance, appearanceOf, defaultSettings } from '../../view/appearance';
import { type RowRoom, roomForName } from '../../view/row-room';
import { returning } from '../returning/returning';

const KEY = 'settings';
const isSettings = (value: unknown): value is Settings =>
  typeof value === 'object' &&
  value !== null &&
  'fontMode' in value &&
  'theme' in value &&
  'silentDays' in value;

/** The server's settings as last seen; kept here so that the first paint is right. */
export const knownSettings = (): Settings => readStored(KEY, isSettings) ?? defaultSettings;

export const currentLook = (): Appearance =>
  appearanceOf(knownSettings(), { fontScale: systemFontScale(), theme: systemTheme() });

/** What a row of a list has for a name on this screen. */
export const nameRoom = (selecting = false): RowRoom =>
  roomForName(currentLook().size, windowWidth(), selecting);

export const rememberSettings = (settings: Settings): void => writeStored(KEY, settings);

/**
 * Gives a page `look`: font and theme classes for its root element, and paints WeChat's own bars to match.
 * Looks again every time the page is shown and when the system changes between light and dark. Comes with `returning`.
 */
export const appearance = Behavior({
  behaviors: [returning],
  data: { look: currentLook() },
  lifetimes: {
    attached() {
      this.applyLook();
      const stop = onSystemLook(() => this.applyLook());
      Object.assign(this, { stopWatchingLook: stop });
    },
    detached() {
      (this as unknown as { stopWatchingLook?: () => void }).stopWatchingLook?.();
    },
  },
  pageLifetimes: {
    show() {
      this.applyLook();
    },
  },
  methods: {
    applyLook() {
      const look = currentLook();
      if (JSON.stringify(look) !== JSON.stringify(this.data.look)) this.setData({ look });
      paintNavigationBar(look.colors.page, look.dark);
      paintTabBar({ ...look.colors, dark: look.dark });
    },
  },
});
