import { numberOf } from './cleaning';

/** What stands between number and text in WeChat's own 接龙, and what people put there. */
const SEPARATORS = ')．.,~。，、:;\\-_#@!&*%）：；—！';
const NUMBERED = new RegExp(
  `^([0-9０-９]{1,3})(?![0-9０-９])( {0,3})([${SEPARATORS}]|(?=[^0-9０-９]))( {0,3})`,
  'u',
);
/** 1️⃣ and 1️⃣2️⃣. */
const KEYCAPS = /^((?:[0-9]\uFE0F?\u20E3){1,3}) {0,3}/u;
/** "2份 不要辣" on a line of its own is a quantity. */
const UNIT =
  /^(?:[大小人位名个份只盒箱斤件瓶套提元块月日号点楼栋室年班岁天]|公斤|千克|kg|单元|[张包袋条桶](?!\p{Script=Han}))/iu;

/** A line that begins with a number. */
export interface NumberLine {
  number: number;
  /** '' when the text follows at once or behind a blank. */
  separator: string;
  isSpaced: boolean;
  /** Digits right behind the separator: "7.30 洗漱" may be a time, "1.295-909" an address. */
  isDecimal: boolean;
  /** What is behind number and separator. */
  text: string;
}

function keycapLine(line: string): NumberLine | undefined {
  const [whole = '', caps = ''] = KEYCAPS.exec(line) ?? [];
  if (whole === '') return undefined;
  const number = Number(caps.replace(/[\uFE0F\u20E3]/gu, ''));
  return {
    number,
    separator: '\u20E3',
    isSpaced: whole !== caps,
    isDecimal: false,
    text: line.slice(whole.length),
  };
}

/** `line` without blanks around it. */
export function numberLine(line: string): NumberLine | undefined {
  const match = NUMBERED.exec(line);
  if (!match) return keycapLine(line);
  const [whole, digits = '', before = '', separator = '', after = ''] = match;
  if (/^[\uFE0F\u20E3]/u.test(line.slice(digits.length))) return keycapLine(line);
  const text = line.slice(whole.length);
  if (separator === '' && before === '' && UNIT.test(text)) return undefined;
  const isSpaced = after !== '' || (separator === '' && before !== '');
  const isDecimal = separator !== '' && after === '' && /^[0-9０-９]/.test(text);
  return { number: numberOf(digits), separator, isSpaced, isDecimal, text };
}

/** How most numbers of a text are written. */
export interface NumberStyle {
  separator: string;
  isSpaced: boolean;
}

export function styleOf(lines: NumberLine[]): NumberStyle {
  const counts = new Map<string, number>();
  for (const { separator } of lines) counts.set(separator, (counts.get(separator) ?? 0) + 1);
  const [separator = '.'] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const own = lines.filter(line => line.separator === separator);
  return { separator, isSpaced: own.filter(line => line.isSpaced).length * 2 > own.length };
}

/** Written as most are: what is out of turn is a number of the list only then. */
export const isInStyle = (line: NumberLine, style: NumberStyle): boolean =>
  line.separator === style.separator &&
  !line.isDecimal &&
  (line.isSpaced || line.text === '' || !style.isSpaced);
