import { dayText } from '../../view/chain-time';
import { chinaInstant, chinaTime } from '../../view/china-time';
import { dateText } from '../../view/time';

/** An instant as two pickers show it; all blank when there is none. */
export interface DayTime {
  /** YYYY-MM-DD */
  day: string;
  /** HH:mm */
  time: string;
  dayText: string;
}

const DAY_MS = 86_400_000;
/** Where nothing is said: nine in the morning. */
const MORNING = '09:00';

/** `at`: epoch ms, 0 for none. On China's clocks, as it was picked. */
export function dayTimeOf(at: number): DayTime {
  if (at === 0) return { day: '', time: '', dayText: '' };
  const { date: day, time } = chinaTime(at);
  return { day, time, dayText: dayText(day) };
}

export const withDay = (at: number, day: string): number => chinaInstant(day, dayTimeOf(at).time || MORNING);

/** A time without a day is meant for today. */
export const withTime = (at: number, time: string, now: number): number =>
  chinaInstant(dayTimeOf(at).day || dateText(now), time);

/** Days after `from`, YYYY-MM-DD. */
export function dayAfter(from: string, days: number): string {
  return dateText(chinaInstant(from) + days * DAY_MS);
}
