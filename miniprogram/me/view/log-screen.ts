import type { LogLine } from '../../../typings/contract/accounts';
import { chinaTime } from '../../view/china-time';
import { calendarDays, dateText } from '../../view/time';
import { log as copy, counted, countedAny, kindNames, operations, saysItAlone } from '../copy/log';

export interface LogRow {
  id: string;
  text: string;
  /** To the millisecond: 14:32:05.123 */
  when: string;
  byProgram: boolean;
}

/** Lines of one day, newest first. */
export interface LogDay {
  id: string;
  name: string;
  rows: LogRow[];
}

const padded = (n: number, digits: number): string => String(n).padStart(digits, '0');

/** What China's clocks showed, to the millisecond. */
export function preciseTimeText(at: number): string {
  const { time, seconds } = chinaTime(at);
  return `${time}:${padded(seconds, 2)}.${padded(at % 1_000, 3)}`;
}

function lineText(line: LogLine): string {
  const verb = operations[line.what];
  if (saysItAlone(line)) return verb;
  if (line.count === undefined) return line.kind === undefined ? verb : `${verb}${kindNames[line.kind]}`;
  const counter = line.kind === undefined ? countedAny : counted[line.kind];
  return `${verb} ${counter(line.count)}`;
}

function dayName(at: number, now: number): string {
  const days = calendarDays(at, now);
  if (days === 0) return copy.today;
  return days === 1 ? copy.yesterday : dateText(at);
}

const logRow = (line: LogLine): LogRow => ({
  id: line.id,
  text: lineText(line),
  when: preciseTimeText(line.at),
  byProgram: line.byProgram === true,
});

/** `lines`: newest first. */
export function logDays(lines: readonly LogLine[], now: number): LogDay[] {
  const days: LogDay[] = [];
  for (const line of lines) {
    const id = dateText(line.at);
    const last = days[days.length - 1];
    if (last?.id === id) last.rows.push(logRow(line));
    else days.push({ id, name: dayName(line.at, now), rows: [logRow(line)] });
  }
  return days;
}
