import type { LogLine, Operation } from '../../../typings/contract/accounts';

/** What an action tells the operation log of a call that succeeded. Never holds content. */
export interface LoggedOperation extends Pick<LogLine, 'kind' | 'count'> {
  what: Operation;
  /** Names what was done, where the same can be asked for again: it has one line. */
  key?: string;
}

/** Lines are kept so long. */
export const KEPT_MS = 365 * 86_400_000;

/** The same call again within this time is one whose reply was lost. Milliseconds. */
export const REPEATED_MS = 60_000;

/** Where a page ends: lines are in order of their instants, within one instant in order of their ids. */
export interface LogPlace {
  at: number;
  id: string;
}

/** A line with its place. Of several edits of one entry the places differ by their instants alone. */
export interface PlacedLine extends LogPlace {
  line: Omit<LogLine, 'id' | 'at'>;
}

const isLater = (one: LogPlace, other: LogPlace): number => other.at - one.at || (one.id < other.id ? 1 : -1);

const lineOf = ({ at, id, line }: PlacedLine): LogLine => ({ id: `${id}:${at}`, at, ...line });

/**
 * Newest first, at most `size`; the place where the next page begins when there is more.
 * @param lines of every source the newest beyond the last place, one more than `size` where there are so many.
 */
export function logPage(lines: PlacedLine[], size: number): { items: LogLine[]; next?: LogPlace } {
  const shown = [...lines].sort(isLater).slice(0, size);
  const items = shown.map(lineOf);
  const last = shown.at(-1);
  return last && lines.length > shown.length ? { items, next: { at: last.at, id: last.id } } : { items };
}
