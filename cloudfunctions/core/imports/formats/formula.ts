/** What a spreadsheet takes for a formula, also behind quotes, blanks and invisible characters and in full width. */
const FORMULA = /^['"＇＂‘’“”\s\p{Cf}]*[=+\-@＝＋－＠|%\t\r]/u;

/** The same text with an apostrophe in front when a spreadsheet would calculate it. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes back what `inert` did; every other text stays as it is. */
export const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
