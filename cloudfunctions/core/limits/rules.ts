import type { Quota } from '../../../typings/contract/errors';
import type { Grade } from '../../../typings/contract/people';
import type { DayPolicy } from './policies';
import { limitOf, POLICIES, slowLimit } from './policies';
import type { Unlikes } from './unlike-rules';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Everybody's day is China's: UTC+8, without daylight saving. */
const OFFSET_MS = 8 * HOUR_MS;
const MORNING_MS = 9 * HOUR_MS;

/** What a person used of one policy on one day. */
export interface DayUse {
  /** `count` policies. */
  used: number;
  /** `tally` policies: tags of the ids that count, in order. */
  taken: string[];
  /** Charges made today and yesterday, so that a repeated one costs nothing, also past midnight. */
  charged: { id: string; cost: number }[];
}

/** One person's limits as far as now is concerned. */
export interface LimitsState {
  grade: Grade;
  uses: Partial<Record<DayPolicy, DayUse>>;
  /** Tags given back today, of whatever policy: the same item is not given back twice. */
  refunded: string[];
  unlikes: Unlikes;
  /** Last writes to chains, the newest first. */
  writes: number[];
  /** End of slow mode, epoch ms; 0: never was. */
  slowUntil: number;
}

export const dayNumber = (now: number): number => Math.floor((now + OFFSET_MS) / DAY_MS);

/** Field of a day: begins with a letter because a number would mean a place in an array. */
export const dayField = (now: number): string => `d${dayNumber(now)}`;

/** Next midnight, when day limits begin anew. */
export const nextMidnight = (now: number): number => (dayNumber(now) + 1) * DAY_MS - OFFSET_MS;

/** 09:00 of the next day, when a queued rest goes on. */
export const nextMorning = (now: number): number => nextMidnight(now) + MORNING_MS;

const EMPTY: DayUse = { used: 0, taken: [], charged: [] };

export const useOf = (state: LimitsState, policy: DayPolicy): DayUse => state.uses[policy] ?? EMPTY;

export const isSlow = ({ slowUntil }: Pick<LimitsState, 'slowUntil'>, now: number): boolean =>
  now < slowUntil;

/** Slow mode has a smaller limit for likes and none for anything else. */
function dayLimit(state: LimitsState, policy: DayPolicy, now: number): number {
  return policy === 'unlike.daily' && isSlow(state, now)
    ? slowLimit(state.grade)
    : limitOf(policy, state.grade);
}

export function quotaOf(state: LimitsState, policy: DayPolicy, now: number): Quota {
  const use = useOf(state, policy);
  const limit = dayLimit(state, policy, now);
  const spent = POLICIES[policy].shape === 'tally' ? use.taken.length : use.used;
  return { policy, limit, remaining: Math.max(0, limit - spent), resetAt: nextMidnight(now) };
}

/** Which of the tags may be given back: taken today and not given back before. */
export function refundable(state: LimitsState, tags: string[]): string[] {
  const taken = new Set(Object.values(state.uses).flatMap(use => use.taken));
  const refunded = new Set(state.refunded);
  return tags.filter(tag => taken.has(tag) && !refunded.has(tag));
}

/** Of what is restored, the ids that were taken from today's limits: trashed today. */
export const takenToday = (rows: { _id: string; trashedAt: number }[], now: number): string[] =>
  rows.filter(row => dayNumber(row.trashedAt) === dayNumber(now)).map(row => row._id);
