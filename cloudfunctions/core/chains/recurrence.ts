import type { Recurrence } from '../../../typings/contract/fields';

/** Days are `YYYY-MM-DD` by China's clocks (UTC+8, no daylight saving): as texts they sort as they follow each other. */
const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

const numberOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const dateOf = (dayNumber: number): string => new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);

/** The day on which an instant lies. */
export const dayOf = (at: number): string => dateOf(Math.floor((at + OFFSET_MS) / DAY_MS));

/** First instant of a day, and first instant after it. */
export const dayStart = (date: string): number => numberOf(date) * DAY_MS - OFFSET_MS;
export const dayEnd = (date: string): number => dayStart(date) + DAY_MS;

/** ms since midnight. */
export const timeOfDay = (at: number): number => (at + OFFSET_MS) % DAY_MS;

/** 1970-01-01 was a Thursday. */
const weekdayOf = (date: string): number => (((numberOf(date) + 4) % 7) + 7) % 7;

/** Days from the first to the last, both included. */
export const daysBetween = (from: string, until: string): number => numberOf(until) - numberOf(from) + 1;

type Days = Omit<Recurrence, 'makeUps'>;

const isWithin = ({ from, until }: Days, date: string): boolean => from <= date && date <= until;

/** A day of the week on which it takes place, skipped or not. */
export const isRegular = (recurrence: Days, date: string): boolean =>
  isWithin(recurrence, date) && recurrence.weekdays.includes(weekdayOf(date));

/** A day with a round. */
export const hasRound = (recurrence: Days, date: string): boolean =>
  isRegular(recurrence, date) && !recurrence.skip.includes(date);

/** Regular days of a span, both ends included. */
export function regularDays(recurrence: Days, from: string, until: string): string[] {
  const first = Math.max(numberOf(from), numberOf(recurrence.from));
  const count = Math.max(0, Math.min(numberOf(until), numberOf(recurrence.until)) - first + 1);
  return Array.from({ length: count }, (_, index) => dateOf(first + index)).filter(date =>
    isRegular(recurrence, date),
  );
}

/** All days with a round, in order; ≤ 367. */
export const roundDays = (recurrence: Days): string[] =>
  regularDays(recurrence, recurrence.from, recurrence.until).filter(date => hasRound(recurrence, date));

/** Today's round, else the next one, else the last there was; undefined when there is none at all. */
export function currentRound(recurrence: Days, today: string): string | undefined {
  const days = roundDays(recurrence);
  return days.find(date => date >= today) ?? days.at(-1);
}

/** The rounds before and after a day. */
export function neighbours(recurrence: Days, date: string): { previous?: string; next?: string } {
  const days = roundDays(recurrence);
  const previous = days.filter(other => other < date).at(-1);
  const next = days.find(other => other > date);
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}

export interface Streaks {
  /** Rounds in a row up to now. A round of today that is not answered yet does not end it. */
  streak: number;
  /** The longest there was. */
  best: number;
}

/** @param answered days of the rounds a person took part in, made-up ones included. */
export function streaksOf(recurrence: Days, answered: ReadonlySet<string>, today: string): Streaks {
  const counted = roundDays(recurrence).filter(
    date => date < today || (date === today && answered.has(date)),
  );
  let streak = 0;
  let best = 0;
  for (const date of counted) {
    streak = answered.has(date) ? streak + 1 : 0;
    best = Math.max(best, streak);
  }
  return { streak, best };
}
