import { chainWords as words } from '../copy/chains';
import { chinaInstant, chinaTime } from './china-time';
import { grouped } from './numbers';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const weekdayName = (weekday: number): string => words.weekdays[weekday] ?? '';

/** 11月28日（周六）08:00. */
export function eventTimeText(at: number): string {
  const { month, day, weekday, time } = chinaTime(at);
  return words.dayTime(month, day, weekdayName(weekday), time);
}

/** A day `YYYY-MM-DD` as 11月22日（周日）. */
export function dayText(date: string): string {
  const { month, day, weekday } = chinaTime(chinaInstant(date));
  return words.day(month, day, weekdayName(weekday));
}

/** For large letters, as it would be said: 11 月 28 日 and 周六早上 8 点. */
export function plainTime(at: number): { day: string; time: string } {
  const { month, day, weekday, hours: hour, minutes } = chinaTime(at);
  const part = words.dayParts.find(({ until }) => hour < until)?.name ?? '';
  const minute = minutes === 30 ? words.half : minutes === 0 ? '' : words.minute(minutes);
  return {
    day: words.plainDay(month, day),
    time: words.plainTime(weekdayName(weekday), part, hour > 12 ? hour - 12 : hour, minute),
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
  return words.yuan(rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`);
}
