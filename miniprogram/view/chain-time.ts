import { chainWords as words } from '../copy/chains';
import { grouped } from './numbers';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const two = (n: number): string => String(n).padStart(2, '0');
const weekdayOf = (d: Date): string => words.weekdays[d.getDay()] ?? '';

/** 11月28日（周六）08:00, in the phone's time zone. */
export function eventTimeText(at: number): string {
  const d = new Date(at);
  const time = `${two(d.getHours())}:${two(d.getMinutes())}`;
  return words.dayTime(d.getMonth() + 1, d.getDate(), weekdayOf(d), time);
}

/** A day `YYYY-MM-DD` as 11月22日（周日）. */
export function dayText(date: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return words.day(month, day, weekdayOf(new Date(year, month - 1, day)));
}

/** For large letters, as it would be said: 11 月 28 日 and 周六早上 8 点. */
export function plainTime(at: number): { day: string; time: string } {
  const d = new Date(at);
  const hour = d.getHours();
  const part = words.dayParts.find(({ until }) => hour < until)?.name ?? '';
  const minutes = d.getMinutes();
  const minute = minutes === 30 ? words.half : minutes === 0 ? '' : words.minute(minutes);
  return {
    day: words.plainDay(d.getMonth() + 1, d.getDate()),
    time: words.plainTime(weekdayOf(d), part, hour > 12 ? hour - 12 : hour, minute),
  };
}

/** 2 天 6 小时. Rounded down: never promises more time than there is. */
export function leftText(until: number, now: number): string {
  const left = until - now;
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  if (days > 0) return words.daysHours(days, hours);
  if (hours > 0) return words.hoursMinutes(hours, minutes);
  return minutes > 0 ? words.minutes(minutes) : words.lastMinute;
}

/** Fen as yuan: 6000 → ¥60, 1250 → ¥12.50. */
export function fenText(fen: number): string {
  const yuan = grouped(Math.floor(fen / 100));
  const rest = fen % 100;
  return words.yuan(rest === 0 ? yuan : `${yuan}.${two(rest)}`);
}
