import type { PolicyName, Quota } from './errors';
import type { Grade } from './people';

/** One row of the table of limits, for both grades. `unlike.ratio` in percent, `any-call` per minute. */
export interface LimitRow {
  policy: PolicyName;
  limits: Record<Grade, number>;
}

/** What a person may still do. */
export interface LimitsView {
  grade: Grade;
  /**
   * In the table's order. `unlike.daily` is smaller in slow mode. `unlike.review`: `resetAt` is when one more is free.
   * `unlike.ratio`: likes of the current 30 days; absent while none run or they began with fewer than 20 likes.
   */
  quotas: Quota[];
  table: LimitRow[];
  /** Slow mode (5 likes a day, verified 10) ends then; absent when it is off. */
  slowUntil?: number;
  /** People look at this account just now: it is in the review queue. */
  underReview: boolean;
}

export interface LimitsApi {
  'limits.show': { input: Record<string, never>; data: LimitsView };
}
