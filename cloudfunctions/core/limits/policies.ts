import type { ItemKind } from '../../../typings/contract/items';
import type { Grade } from '../../../typings/contract/people';

/**
 * Shapes of a limit that is kept in the person's limits document:
 * `tally`: ids taken today, each of which can be given back; `count`: a number for today.
 * "24 h" is the person's calendar day (UTC+8), so that a queued rest can go on the next morning.
 */
export type LimitShape = 'tally' | 'count';

interface Policy {
  shape: LimitShape;
  /** Limit of the grade `ordinary`; `verified` has twice as much. */
  ordinary: number;
}

export const POLICIES = {
  unfollow: { shape: 'tally', ordinary: 200 },
  'unlike.daily': { shape: 'tally', ordinary: 50 },
  unfavorite: { shape: 'tally', ordinary: 500 },
  restore: { shape: 'count', ordinary: 1000 },
  'import.rows': { shape: 'count', ordinary: 20_000 },
} as const satisfies Record<string, Policy>;

export type DayPolicy = keyof typeof POLICIES;

/** The limit that removing items of a kind counts against. */
export const REMOVAL_POLICY: Record<ItemKind, 'unfollow' | 'unlike.daily' | 'unfavorite'> = {
  follow: 'unfollow',
  like: 'unlike.daily',
  favorite: 'unfavorite',
};

export const GRADES: Record<Grade, number> = { ordinary: 1, verified: 2 };

export const limitOf = (policy: DayPolicy, grade: Grade): number => POLICIES[policy].ordinary * GRADES[grade];
