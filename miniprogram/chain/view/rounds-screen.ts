import type { DataOf } from '../../../typings/contract/api';
import type { RoundView } from '../../../typings/contract/chains';
import { chainWords } from '../../copy/chains';
import { dayText } from '../../view/chain-time';
import { grouped } from '../../view/numbers';
import { oneLine, spoken } from '../../view/one-line';
import { rounds as copy, mineMarks, roundStates, skippedMark } from '../copy/rounds';

export interface DayCell {
  /** Blank: a place before the first or after the last day. */
  date: string;
  day: string;
  /** ✓, 补 or 休 below the day. */
  mark: string;
  state: RoundView['state'] | 'none';
  label: string;
}

export interface RoundRow {
  date: string;
  name: string;
  text: string;
  /** Not to come yet, and not left out. */
  canOpen: boolean;
  mark: string;
}

export interface RoundsScreen {
  month: string;
  numbers: { name: string; count: string }[];
  /** Monday to Sunday, week by week. */
  weeks: { id: string; days: DayCell[] }[];
  rows: RoundRow[];
}

const two = (n: number): string => String(n).padStart(2, '0');

/** YYYY-MM of the month `by` months away. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1 + by, 1));
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}`;
}

/** Monday first. */
const columnOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
const daysIn = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
};

const markOf = ({ state, mine }: RoundView): string => {
  if (mine !== undefined) return mineMarks[mine].mark;
  return state === 'skipped' ? skippedMark : '';
};

const canMakeUp = (round: RoundView, makeUpsLeft: number): boolean =>
  round.state === 'past' && round.mine === undefined && makeUpsLeft > 0;

function roundText(round: RoundView, makeUpsLeft: number): string {
  const { state, joined, mine } = round;
  if (state === 'skipped' || state === 'coming') return roundStates[state];
  return oneLine(
    state === 'today' ? copy.today : '',
    copy.joined(grouped(joined)),
    mine === undefined ? '' : mineMarks[mine].text,
    canMakeUp(round, makeUpsLeft) ? copy.makeUp : '',
  );
}

const rowOf = (round: RoundView, makeUpsLeft: number): RoundRow => ({
  date: round.date,
  name: dayText(round.date),
  text: roundText(round, makeUpsLeft),
  canOpen: round.state === 'past' || round.state === 'today',
  mark: markOf(round),
});

function cellsOf(month: string, rows: readonly RoundRow[], found: readonly RoundView[]): DayCell[] {
  const days = daysIn(month);
  return Array.from({ length: days }, (_, at) => {
    const date = `${month}-${two(at + 1)}`;
    const row = rows.find(one => one.date === date);
    const mark = row?.mark ?? '';
    return {
      date,
      day: String(at + 1),
      mark,
      state: found.find(one => one.date === date)?.state ?? 'none',
      // Begins with what is seen, so that it can be called by that.
      label: row === undefined ? dayText(date) : spoken(`${at + 1} ${mark}`.trim(), row.name, row.text),
    };
  });
}

const nothing = (at: number): DayCell => ({
  date: '',
  day: '',
  mark: '',
  state: 'none',
  label: `blank-${at}`,
});

/** Full weeks, blank before the first and after the last day. */
function weeksOf(cells: readonly DayCell[], month: string): RoundsScreen['weeks'] {
  const lead = columnOf(`${month}-01`);
  const padded = [...Array.from({ length: lead }, (_, at) => nothing(at)), ...cells];
  while (padded.length % 7 > 0) padded.push(nothing(padded.length));
  return Array.from({ length: padded.length / 7 }, (_, week) => ({
    id: `w${week}`,
    days: padded.slice(week * 7, week * 7 + 7),
  }));
}

/** `month`: YYYY-MM. */
export function roundsScreen(data: DataOf<'chains.rounds'>, month: string): RoundsScreen {
  const { rounds, streak, best, makeUpsLeft } = data;
  const [year = 0, number = 1] = month.split('-').map(Number);
  const rows = rounds.map(round => rowOf(round, makeUpsLeft));
  const times = (n: number) => copy.unit.rounds(grouped(n));
  return {
    month: copy.month(year, number),
    numbers: [
      { name: copy.streak, count: times(streak) },
      { name: copy.best, count: times(best) },
      { name: copy.makeUps, count: times(makeUpsLeft) },
    ],
    weeks: weeksOf(cellsOf(month, rows, rounds), month),
    rows,
  };
}

export const weekdayNames: string[] = [1, 2, 3, 4, 5, 6, 0].map(day => chainWords.weekdays[day] ?? '');
