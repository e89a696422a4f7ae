import { countdown } from '../copy/trash';
import { chinaInstant, chinaTime } from './china-time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const two = (n: number): string => String(n).padStart(2, '0');

/** 2025-08-03 */
export const dateText = (at: number): string => chinaTime(at).date;

/** Calendar days between two instants, 0 for the same day; negative when `at` lies ahead. */
export function calendarDays(at: number, now: number): number {
  const midnight = (ms: number) => chinaInstant(dateText(ms));
  return Math.round((midnight(now) - midnight(at)) / DAY);
}

/** 今天 14:32, 昨天 09:00, 明天 09:00, else 11-28 09:00. */
export function dayTimeText(at: number, now: number): string {
  const { month, day: date, time } = chinaTime(at);
  const names: Record<number, string> = { 0: '今天', 1: '昨天', [-1]: '明天' };
  const day = names[calendarDays(at, now)] ?? `${two(month)}-${two(date)}`;
  return `${day} ${time}`;
}

/** 11月24日 10:00. */
export function monthDayTimeText(at: number): string {
  const { month, day, time } = chinaTime(at);
  return `${month}月${day}日 ${time}`;
}

/** 还剩 2 天 5 小时. Rounded down: never promises more time than there is. */
export function countdownText(until: number, now: number): string {
  const left = until - now;
  if (left <= 0) return countdown.over;
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  if (days > 0) return countdown.daysHours(days, hours);
  if (hours > 0) return countdown.hoursMinutes(hours, minutes);
  return minutes > 0 ? countdown.minutes(minutes) : countdown.last;
}

/** The same in one unit, where there is little room: 还剩 2 天. */
export function roughCountdownText(until: number, now: number): string {
  const left = until - now;
  if (left >= DAY) return countdown.daysHours(Math.floor(left / DAY), 0);
  if (left >= HOUR) return countdown.hoursMinutes(Math.floor(left / HOUR), 0);
  return countdownText(until, now);
}

/** Less than this is shown in the warning colour. */
export const isSoon = (until: number, now: number): boolean => until - now < 6 * HOUR;
