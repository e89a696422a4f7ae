/**
 * TDesign's sheet of icons without its font, which lies on a server of its own, and without its 2,000 glyphs: ours are
 * drawn by theme/icons.wxss (decision 0131). `sheet`: text of `icon/icon.wxss`.
 */
export const withoutIconFont = (sheet: string): string =>
  sheet.replace(/@font-face\{[^}]*\}/g, '').replace(/\.t-icon-[\w-]+:before\{content:[^}]*\}\n?/g, '');

/** What makes a component of TDesign draw one of those glyphs; none of our pages may. */
const GLYPHS =
  /<t-icon\b|\b(left|right|prefix|suffix|close)-(icon|btn)="(?!")|<t-button[^>]*\sicon=|<t-input(?![^>]*clearable="\{\{false\}\}")/;

/** @returns the lines of a page's WXML that would draw one. */
export const linesWithGlyphs = (wxml: string): string[] => wxml.split('\n').filter(line => GLYPHS.test(line));
