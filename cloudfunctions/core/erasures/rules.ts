import type { ItemKind } from '../../../typings/contract/items';
import type { Cancels } from '../limits/content-lock';

/** An item whose time in the trash is over, as far as its erasure goes. */
export interface ExpiredRow {
  _id: string;
  owner: string;
  kind: ItemKind;
  purgeAt: number;
  /** Set when its owner erased it before its time: names that erasure. */
  erasure?: string | undefined;
  /** Of a like: how often it was cancelled. */
  cancels?: Cancels | undefined;
}

/**
 * Items of one person and kind that expired at the same instant. None joins them any more, so the first who looks can
 * count them for good.
 */
export interface Cohort extends Omit<ExpiredRow, '_id' | 'cancels'> {
  count: number;
}

const keyOf = ({ owner, kind, purgeAt, erasure = '' }: Omit<Cohort, 'count'>): string =>
  [owner, kind, purgeAt, erasure].join(' ');

export function cohortsOf(rows: ExpiredRow[]): Cohort[] {
  const cohorts = new Map<string, Cohort>();
  for (const { _id, cancels, ...facts } of rows) {
    const cohort = cohorts.get(keyOf(facts)) ?? { ...facts, count: 0 };
    cohort.count += 1;
    cohorts.set(keyOf(facts), cohort);
  }
  return [...cohorts.values()];
}

/** Of rows in order of their instants, those before the last: a read that was full may have cut through that one. */
export const beforeLastInstant = (rows: ExpiredRow[]): ExpiredRow[] =>
  rows.filter(row => row.purgeAt !== rows.at(-1)?.purgeAt);
