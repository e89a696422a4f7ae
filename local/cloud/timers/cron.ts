import { CronExpressionParser } from 'cron-parser';

/** WeChat's timers run on Beijing time, which has no summer time. */
const ZONE = 'Asia/Shanghai';
const UTC_OFFSET_MS = 8 * 3_600_000;
const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;

export interface Cron {
  /** First instant after `afterMs`, epoch ms; undefined when the years of the expression are over. */
  next(afterMs: number): number | undefined;
  /** Last instant at or before `atMs`. */
  last(atMs: number): number | undefined;
}

type YearTest = (year: number) => boolean;

/** `*`, `2026`, `2026-2028`, and either with a step: `2026/2`. */
function parseYearPart(part: string): YearTest {
  const match = /^(?:\*|(\d{4})(?:-(\d{4}))?)(?:\/(\d+))?$/.exec(part);
  if (!match) throw new Error(`bad year ${part}`);
  const [, from, to, every] = match;
  const first = Number(from ?? FIRST_YEAR);
  const openEnd = from === undefined || every !== undefined;
  const last = Number(to ?? (openEnd ? LAST_YEAR : first));
  return year => year >= first && year <= last && (year - first) % Number(every ?? 1) === 0;
}

/** The 7th field, which the library does not know. */
function parseYears(field: string): YearTest {
  const tests = field.split(',').map(parseYearPart);
  return year => tests.some(test => test(year));
}

const yearOf = (instant: number): number => new Date(instant + UTC_OFFSET_MS).getUTCFullYear();
const startOf = (year: number): number => Date.UTC(year, 0, 1) - UTC_OFFSET_MS;

function parseFields(expression: string): { six: string; inYear: YearTest } {
  const fields = expression.trim().split(/\s+/);
  const years = fields[6];
  if (fields.length !== 7 || years === undefined)
    throw new Error('7 fields expected (second minute hour day month weekday year)');
  const six = fields.slice(0, 6).join(' ');
  CronExpressionParser.parse(six, { tz: ZONE });
  return { six, inYear: parseYears(years) };
}

/**
 * A 7-field expression: second minute hour day month weekday year, in UTC+8.
 * Throws an Error that quotes the expression when it is not one.
 */
export function parseCron(expression: string): Cron {
  const { six, inYear } = explain(expression);
  const at = (instant: number) => CronExpressionParser.parse(six, { tz: ZONE, currentDate: instant });
  return {
    next: afterMs => {
      for (let year = yearOf(afterMs); year <= LAST_YEAR; year += 1) {
        if (!inYear(year)) continue;
        const found = at(Math.max(afterMs, startOf(year) - 1))
          .next()
          .getTime();
        if (yearOf(found) === year) return found;
      }
      return undefined;
    },
    last: atMs => {
      for (let year = yearOf(atMs); year >= FIRST_YEAR; year -= 1) {
        if (!inYear(year)) continue;
        // The library looks strictly before an instant, in whole seconds.
        const found = at(Math.min(Math.floor(atMs / 1000) * 1000 + 1000, startOf(year + 1)))
          .prev()
          .getTime();
        if (yearOf(found) === year) return found;
      }
      return undefined;
    },
  };
}

function explain(expression: string): ReturnType<typeof parseFields> {
  try {
    return parseFields(expression);
  } catch (error) {
    throw new Error(`timer "${expression}": ${error instanceof Error ? error.message : String(error)}`);
  }
}
