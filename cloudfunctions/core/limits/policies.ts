import type { PolicyName } from '../../../typings/contract/errors';
import type { ItemKind } from '../../../typings/contract/items';
import type { LimitRow } from '../../../typings/contract/limits';
import type { Grade } from '../../../typings/contract/people';

/**
 * Where a limit is counted.
 * In the person's limits document: `tally`: ids taken today, each of which can be given back; `count`: a number for
 * today; `log`: instants of the last 24 h; `ring`: instants of the last minute; `ratio`: ids of 30 days. Elsewhere: `item`: on
 * the item itself; `chain`: in a document of the chain, whoever of its staff it is, and `memory`: in an instance's memory, both
 * without a grade.
 * "24 h" of `tally` and `count` is the person's calendar day (UTC+8), so that a queued rest can go on the next morning.
 */
export type LimitShape = 'tally' | 'count' | 'log' | 'ring' | 'ratio' | 'item' | 'chain' | 'memory';

interface Policy {
  shape: LimitShape;
  /** Limit of the grade `ordinary`; `verified` has twice as much, save in `chain` and `memory`. */
  ordinary: number;
}

/** The table of limits, in the order it is shown in. `unlike.ratio` in percent, `any-call` per minute. */
export const POLICIES = {
  unfollow: { shape: 'tally', ordinary: 200 },
  'unlike.review': { shape: 'log', ordinary: 5 },
  'unlike.daily': { shape: 'tally', ordinary: 50 },
  'unlike.same-content': { shape: 'item', ordinary: 3 },
  'unlike.ratio': { shape: 'ratio', ordinary: 30 },
  unfavorite: { shape: 'tally', ordinary: 500 },
  restore: { shape: 'count', ordinary: 1000 },
  'import.rows': { shape: 'count', ordinary: 20_000 },
  'chain.create': { shape: 'count', ordinary: 20 },
  'chain.write': { shape: 'ring', ordinary: 30 },
  reminder: { shape: 'chain', ordinary: 5 },
  'any-call': { shape: 'memory', ordinary: 240 },
} as const satisfies Partial<Record<PolicyName, Policy>>;

type Policies = typeof POLICIES;
type PolicyOf<S extends LimitShape> = {
  [P in keyof Policies]: Policies[P]['shape'] extends S ? P : never;
}[keyof Policies];
export type DayPolicy = PolicyOf<'tally' | 'count'>;

export const POLICY_NAMES = Object.keys(POLICIES) as (keyof Policies)[];

export const isDayPolicy = (policy: keyof Policies): policy is DayPolicy =>
  ['tally', 'count'].includes(POLICIES[policy].shape);

export const DAY_POLICIES: DayPolicy[] = POLICY_NAMES.filter(isDayPolicy);

/** The limit that removing items of a kind counts against. */
export const REMOVAL_POLICY: Record<ItemKind, 'unfollow' | 'unlike.daily' | 'unfavorite'> = {
  follow: 'unfollow',
  like: 'unlike.daily',
  favorite: 'unfavorite',
};

export const GRADES: Record<Grade, number> = { ordinary: 1, verified: 2 };

/** `unlike.daily` in slow mode, and how long slow mode lasts. */
const SLOW_DAILY = 5;
export const SLOW_MS = 7 * 86_400_000;

export const limitOf = (policy: keyof Policies, grade: Grade): number => {
  const { shape, ordinary } = POLICIES[policy];
  return shape === 'memory' || shape === 'chain' ? ordinary : ordinary * GRADES[grade];
};

export const slowLimit = (grade: Grade): number => SLOW_DAILY * GRADES[grade];

export const TABLE: LimitRow[] = POLICY_NAMES.map(policy => ({
  policy,
  limits: { ordinary: limitOf(policy, 'ordinary'), verified: limitOf(policy, 'verified') },
}));
