import { numberOf } from './cleaning';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** China's days begin this long before those of UTC. */
const OFFSET_MS = 8 * 3_600_000;

const D = '[0-9０-９]';
const FULL = new RegExp(`(20${D}{2})[-/.年](${D}{1,2})[-/.月](${D}{1,2})(?!${D})日?`, 'u');
const SHORT = new RegExp(`(?<!${D}|[./-])(${D}{1,2})(?:月|/)(${D}{1,2})(?!${D})[日号]?`, 'u');
const DOTTED = new RegExp(`(?<!${D}|[./-])(${D}{1,2})[.．](${D}{1,2})(?!${D}|[.．]|元|折|公里|km|斤)`, 'u');
const WEEKDAY = /(下下|下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天末])/u;
const RELATIVE = /大后天|后天|明天|明晚|明早|今天|今晚|今早/u;
const CLOCK = new RegExp(
  `(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|明晚|晚)? ?(?<!${D})(${D}{1,2})(?:[:：](${D}{2})|[点时](?:(半)|(${D}{1,2})分?)?)(?!${D})`,
  'u',
);

const WEEKDAYS = '日一二三四五六';
const RELATIVE_DAYS: Record<string, number> = {
  ...{ 今天: 0, 今晚: 0, 今早: 0, 明天: 1, 明晚: 1, 明早: 1, 后天: 2, 大后天: 3 },
};

/** Days since 1970 of a date that exists. */
function dayOf(year: number, month: number, date: number): number | undefined {
  const day = Date.UTC(year, month - 1, date) / DAY_MS;
  const found = new Date(day * DAY_MS);
  return found.getUTCMonth() === month - 1 && found.getUTCDate() === date ? day : undefined;
}

/** Of this year, or of the next when it was more than half a year ago. */
function dayOfYear(month: number, date: number, today: number): number | undefined {
  const year = new Date(today * DAY_MS).getUTCFullYear();
  const day = dayOf(year, month, date);
  return day !== undefined && day < today - 183 ? dayOf(year + 1, month, date) : day;
}

/** The next one, or the one of the week that is said; weeks begin on Monday. */
function weekday(text: string, today: number): number | undefined {
  const [, which = '', name = ''] = WEEKDAY.exec(text) ?? [];
  if (name === '') return undefined;
  const wanted = name === '天' ? 0 : name === '末' ? 6 : WEEKDAYS.indexOf(name);
  const fromMonday = (wanted + 6) % 7;
  // 1970-01-01 was a Thursday, three days after a Monday.
  const monday = today - ((today + 3) % 7);
  const weeks = { 下: 1, 下下: 2 }[which] ?? 0;
  const day = monday + fromMonday + weeks * 7;
  return which === '' && day < today ? day + 7 : day;
}

const numbersOf = (match: RegExpExecArray): [number, number, number] => {
  const [first = 0, second = 0, third = 0] = match.slice(1).map(numberOf);
  return [first, second, third];
};

function dateIn(text: string, today: number): number | undefined {
  const full = FULL.exec(text);
  if (full) return dayOf(...numbersOf(full));
  // "11.28" is a date only beside a time: else it may be a price.
  const short = SHORT.exec(text) ?? (CLOCK.test(text) ? DOTTED.exec(text) : null);
  if (!short) return undefined;
  const [month, date] = numbersOf(short);
  return dayOfYear(month, date, today);
}

function dayIn(text: string, today: number): number | undefined {
  const date = dateIn(text, today);
  if (date !== undefined) return date;
  const relative = RELATIVE.exec(text)?.[0];
  return relative === undefined ? weekday(text, today) : today + (RELATIVE_DAYS[relative] ?? 0);
}

/** Hours to add to what a clock of twelve hours shows. */
function shiftOf(part: string, hour: number, text: string): number {
  const isLater = /下午|傍晚|晚/.test(part || text);
  const isNoon = part === '中午' && hour < 3;
  return hour < 12 && (isLater || isNoon) ? 12 : 0;
}

/** Minutes since midnight. */
function minutesIn(text: string): number | undefined {
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  const [, part = '', hours = '', colon, half, minutes] = match;
  const hour = numberOf(hours);
  const minute = half ? 30 : numberOf(colon ?? minutes ?? '0');
  return hour > 24 || minute > 59 ? undefined : (hour + shiftOf(part, hour, text)) * 60 + minute;
}

/** Epoch ms of the day and time that a text says by China's clocks; undefined without both, or when it is over. */
export function instantIn(text: string, now: number, atDayEnd = false): number | undefined {
  const today = Math.floor((now + OFFSET_MS) / DAY_MS);
  const day = dayIn(text, today);
  const minutes = minutesIn(text) ?? (atDayEnd ? 24 * 60 - 1 : undefined);
  if (day === undefined || minutes === undefined) return undefined;
  const instant = day * DAY_MS - OFFSET_MS + minutes * MINUTE_MS;
  return instant > now ? instant : undefined;
}

const BETWEEN = /[ ，,、（）()【】]/g;

/** A day and a time and nothing else: no end, no second day. */
export function isOnlyTime(text: string): boolean {
  const rest = [FULL, SHORT, DOTTED, WEEKDAY, RELATIVE, CLOCK].reduce(
    (left, part) => left.replace(part, ''),
    text,
  );
  return rest.length < text.length && rest.replace(BETWEEN, '') === '';
}
