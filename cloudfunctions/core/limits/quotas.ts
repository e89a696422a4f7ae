import type { Quota } from '../../../typings/contract/errors';
import { isDayPolicy, limitOf, POLICY_NAMES } from './policies';
import { ringQuota, WRITE_RING } from './ring';
import { type LimitsState, quotaOf } from './rules';
import { ratioQuota, reviewQuota } from './unlike-rules';

export const writeQuota = ({ grade, writes }: LimitsState, now: number): Quota =>
  ringQuota(WRITE_RING, writes, limitOf('chain.write', grade), now);

/** All limits that the person's document counts, in the table's order. */
export const quotasOf = (state: LimitsState, now: number): Quota[] =>
  POLICY_NAMES.flatMap(policy => {
    if (isDayPolicy(policy)) return [quotaOf(state, policy, now)];
    if (policy === 'unlike.review') return [reviewQuota(state, now)];
    if (policy === 'chain.write') return [writeQuota(state, now)];
    const ratio = policy === 'unlike.ratio' ? ratioQuota(state, now) : undefined;
    return ratio ? [ratio] : [];
  });
