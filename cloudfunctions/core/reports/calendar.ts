import type { ReportDays, ReportView } from '../../../typings/contract/reports';
import { dayNumber } from '../limits/rules';

/** First instants of the steps of a report by China's clocks, oldest first. Epoch ms. */
export interface Calendar {
  step: ReportView['step'];
  starts: number[];
}

const STEPS: Record<ReportDays, { step: ReportView['step']; count: number }> = {
  30: { step: 'day', count: 30 },
  90: { step: 'week', count: 13 },
  365: { step: 'month', count: 12 },
};

/** 1970-01-01 was a Thursday, three days after a Monday. */
const mondayOf = (day: number): number => day - ((day + 3) % 7);

const DAY_MS = 86_400_000;
/** China's days begin this long before those of UTC. */
const OFFSET_MS = 8 * 3_600_000;

function monthStart(day: number, back: number): number {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1) / DAY_MS;
}

/** The step that now lies in and those before it: whole weeks from Monday, whole months. */
export function calendarOf(days: ReportDays, now: number): Calendar {
  const today = dayNumber(now);
  const { step, count } = STEPS[days];
  const startOf = {
    day: (back: number) => today - back,
    week: (back: number) => mondayOf(today) - back * 7,
    month: (back: number) => monthStart(today, back),
  }[step];
  return {
    step,
    starts: Array.from({ length: count }, (_, index) => startOf(count - 1 - index) * DAY_MS - OFFSET_MS),
  };
}
