const BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const BLANKS = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
/** Shows nothing. A joiner between emoji belongs to them: 👨‍👩‍👧 are five code points. */
const UNSEEN =
  /[\u00AD\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}])\u200D|(?!\n)[\p{Cc}\p{Cs}]/gu;

/** A pasted text with one kind of line break and one kind of blank, and without what nobody sees. */
export const cleaned = (text: string): string =>
  text.replace(BREAKS, '\n').replace(BLANKS, ' ').replace(UNSEEN, '');

const FULL_WIDTH_ZERO = 0xff10;

/** The number that digits say, in either width. */
export const numberOf = (digits: string): number =>
  Number(
    digits.replace(/[０-９]/g, digit => String((digit.codePointAt(0) ?? FULL_WIDTH_ZERO) - FULL_WIDTH_ZERO)),
  );

export const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

/** Index of the last one of which it is true, -1 without any. */
export function lastIndex(lines: string[], isIt: (line: string) => boolean): number {
  let at = lines.length - 1;
  while (at >= 0 && !isIt(lines[at] ?? '')) at -= 1;
  return at;
}
