import { dayText } from '../../view/chain-time';
import { dateText } from '../../view/time';

/** An instant as two pickers show it; all blank when there is none. */
export interface DayTime {
  /** YYYY-MM-DD */
  day: string;
  /** HH:mm */
  time: string;
  dayText: string;
}

const two = (n: number): string => String(n).padStart(2, '0');
/** Where nothing is said: nine in the morning. */
const MORNING = '09:00';

/** `at`: epoch ms, 0 for none. In the phone's time zone, as it was picked. */
export function dayTimeOf(at: number): DayTime {
  if (at === 0) return { day: '', time: '', dayText: '' };
  const d = new Date(at);
  const day = dateText(at);
  return { day, time: `${two(d.getHours())}:${two(d.getMinutes())}`, dayText: dayText(day) };
}

function instantOf(day: string, time: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(year, month - 1, date, hours, minutes).getTime();
}

export const withDay = (at: number, day: string): number => instantOf(day, dayTimeOf(at).time || MORNING);

/** A time without a day is meant for today. */
export const withTime = (at: number, time: string, now: number): number =>
  instantOf(dayTimeOf(at).day || dateText(now), time);

/** Days after `from`, YYYY-MM-DD. */
export function dayAfter(from: string, days: number): string {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number);
  return dateText(new Date(year, month - 1, date + days).getTime());
}
