import { dayText } from '../../view/chain-time';
import type { Chip } from '../../view/item-query';
import { dateText } from '../../view/time';
import { weekdays as names } from '../copy/editor';
import type { RecurrenceForm } from './chain-form';
import { dayAfter } from './day-time';

/** Monday first, as calendars here show it. */
const ORDER = [1, 2, 3, 4, 5, 6, 0];
/** The contract's limit. */
const MAX_SKIP = 100;
const FIRST_DAYS = 30;

export const weekdayChips = (chosen: readonly number[]): Chip[] =>
  ORDER.map(day => ({ id: String(day), text: names[day] ?? '', on: chosen.includes(day) }));

export function toggleWeekday(chosen: readonly number[], id: string): number[] {
  const day = Number(id);
  const next = chosen.includes(day) ? chosen.filter(other => other !== day) : [...chosen, day];
  return next.sort((a, b) => a - b);
}

/** What switching it on begins with: every day of the next thirty. */
export function firstRecurrence(now: number): RecurrenceForm {
  const from = dateText(now);
  return {
    weekdays: [0, 1, 2, 3, 4, 5, 6],
    from,
    until: dayAfter(from, FIRST_DAYS - 1),
    skip: [],
    makeUps: '0',
  };
}

export const withSkip = (skip: readonly string[], day: string): string[] =>
  skip.includes(day) ? [...skip] : [...skip, day].sort().slice(0, MAX_SKIP);

export interface SkipRow {
  day: string;
  text: string;
}

export const skipRows = (skip: readonly string[]): SkipRow[] =>
  skip.map(day => ({ day, text: dayText(day) }));
export const dayName = (day: string): string => (day === '' ? '' : dayText(day));
