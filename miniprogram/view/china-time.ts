/**
 * What China's clocks show (UTC+8, no daylight saving), whatever time zone the phone is in: the server counts in the same days,
 * and whoever is told 08:00 by an organizer has to read 08:00.
 */
const OFFSET_MS = 8 * 3_600_000;

export interface ChinaTime {
  /** YYYY-MM-DD */
  date: string;
  /** HH:mm */
  time: string;
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  /** 0 Sunday … 6 Saturday */
  weekday: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** `at`: epoch ms. */
export function chinaTime(at: number): ChinaTime {
  const shifted = new Date(at + OFFSET_MS);
  const text = shifted.toISOString();
  return {
    date: text.slice(0, 10),
    time: text.slice(11, 16),
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hours: shifted.getUTCHours(),
    minutes: shifted.getUTCMinutes(),
    seconds: shifted.getUTCSeconds(),
  };
}

/** Epoch ms of `YYYY-MM-DD` and `HH:mm` on China's clocks. */
export const chinaInstant = (date: string, time = '00:00'): number =>
  Date.parse(`${date}T${time}:00Z`) - OFFSET_MS;
