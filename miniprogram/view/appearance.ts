import type { FontMode, Settings, Theme } from '../../typings/contract/people';

export type FontSize = Exclude<FontMode, 'system'>;

/** How a page looks: root classes, colours for WeChat's own bars, and what large letters change. */
export interface Appearance {
  classes: string;
  size: FontSize;
  /** Either of the large modes: one action per row, shorter lines, plain-language questions. */
  big: boolean;
  dark: boolean;
  /** Fixed height of a list row, px; the same as --row. */
  rowHeight: number;
  /** Of a row whose second line may be two lines long, px; the same as --note-row. */
  noteRowHeight: number;
  /** Of a row with a big button of its own below, px; the same as --action-row. */
  actionRowHeight: number;
  /** Of a row with two such buttons, px; the same as --two-action-row. */
  twoActionRowHeight: number;
  /** How long an undo bar stays. */
  undoMs: number;
  colors: { page: string; card: string; text: string; accent: string };
}

export const defaultSettings: Settings = { fontMode: 'system', theme: 'system', silentDays: 90 };

const rowHeights: Record<FontSize, number> = { standard: 64, large: 76, 'extra-large': 88 };
const noteRowHeights: Record<FontSize, number> = { standard: 72, large: 96, 'extra-large': 112 };
const actionRowHeights: Record<FontSize, number> = { standard: 120, large: 148, 'extra-large': 164 };
const twoActionRowHeights: Record<FontSize, number> = { standard: 120, large: 220, 'extra-large': 240 };
const LIGHT = { page: '#F4F5F2', card: '#FFFFFF', text: '#5A625E', accent: '#0B7A5B' };
const DARK = { page: '#111412', card: '#1B201D', text: '#A3ACA7', accent: '#3CC79B' };

/** WeChat's slider gives 0.8–1.4; 关怀模式 1.4. */
export function sizeForScale(scale: number): FontSize {
  if (scale >= 1.3) return 'extra-large';
  return scale >= 1.12 ? 'large' : 'standard';
}

export function appearanceOf(
  settings: Pick<Settings, 'fontMode' | 'theme'>,
  system: { fontScale: number; theme: Exclude<Theme, 'system'> },
): Appearance {
  const size = settings.fontMode === 'system' ? sizeForScale(system.fontScale) : settings.fontMode;
  const theme = settings.theme === 'system' ? system.theme : settings.theme;
  const big = size !== 'standard';
  const dark = theme === 'dark';
  return {
    classes: `app font-${size} theme-${theme}`,
    size,
    big,
    dark,
    rowHeight: rowHeights[size],
    noteRowHeight: noteRowHeights[size],
    actionRowHeight: actionRowHeights[size],
    twoActionRowHeight: twoActionRowHeights[size],
    undoMs: big ? 30_000 : 10_000,
    colors: dark ? DARK : LIGHT,
  };
}
