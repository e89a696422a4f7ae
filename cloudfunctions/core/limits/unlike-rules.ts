import type { Quota } from '../../../typings/contract/errors';
import { limitOf } from './policies';
import type { LimitsState } from './rules';

const DAY_MS = 86_400_000;
/** `unlike.review` looks back this far from any instant. */
export const REVIEW_MS = DAY_MS;
/** `unlike.ratio`: begins with the first cancel after the last such window ended. */
export const WINDOW_MS = 30 * DAY_MS;
/** Fewer likes at the beginning of the window say nothing about a ratio. */
const LIKES_MIN = 20;

/** What is remembered of a person's cancelled likes, by their tags. */
export interface Unlikes {
  /** The last cancels, oldest first. */
  log: { id: string; at: number }[];
  /** The window of `unlike.ratio`: when it began (0: never) and with how many likes. */
  startedAt: number;
  likes: number;
  /** Cancelled in the window and not given back. */
  cancelled: string[];
  /** Given back in the window: each like is once. */
  returned: string[];
  /** The window brought slow mode already. */
  slowed: boolean;
}

export const NO_UNLIKES: Unlikes = {
  ...{ log: [], startedAt: 0, likes: 0, cancelled: [], returned: [], slowed: false },
};

/** Instants of the cancels in (now - 24 h, now], oldest first. */
export const recentCancels = ({ unlikes }: LimitsState, now: number): number[] =>
  unlikes.log.map(({ at }) => at).filter(at => at > now - REVIEW_MS && at <= now);

export const isWindowOpen = ({ unlikes }: LimitsState, now: number): boolean =>
  now < unlikes.startedAt + WINDOW_MS;

/** How many of `likes` may be cancelled in a window; undefined when they are too few to be judged. */
function ratioLimit(likes: number, grade: LimitsState['grade']): number | undefined {
  return likes < LIKES_MIN ? undefined : Math.floor((likes * limitOf('unlike.ratio', grade)) / 100);
}

/** The ratio is passed: more cancelled in the running window than may be. */
export function isRatioPassed(state: LimitsState, now: number): boolean {
  const { likes, cancelled } = state.unlikes;
  const limit = isWindowOpen(state, now) ? ratioLimit(likes, state.grade) : undefined;
  return limit !== undefined && cancelled.length > limit;
}

/** What the cancel of `count` likes now would pass; `likes`: what a window that has to begin would begin with. */
export function risksOf(
  state: LimitsState,
  count: number,
  likes: number,
  now: number,
): ('review' | 'slow-mode')[] {
  const isOpen = isWindowOpen(state, now);
  const limit = ratioLimit(isOpen ? state.unlikes.likes : likes, state.grade);
  const cancelled = (isOpen ? state.unlikes.cancelled.length : 0) + count;
  const isReviewed = recentCancels(state, now).length + count > limitOf('unlike.review', state.grade);
  const isSlowed = limit !== undefined && cancelled > limit && !(isOpen && state.unlikes.slowed);
  return [...(isReviewed ? ['review' as const] : []), ...(isSlowed ? ['slow-mode' as const] : [])];
}

/** `resetAt`: when one more is free; now when nothing is used. */
export function reviewQuota(state: LimitsState, now: number): Quota {
  const limit = limitOf('unlike.review', state.grade);
  const recent = recentCancels(state, now);
  const next = recent[Math.max(0, recent.length - limit)];
  const resetAt = next === undefined ? now : next + REVIEW_MS;
  return { policy: 'unlike.review', limit, remaining: Math.max(0, limit - recent.length), resetAt };
}

/** Undefined while no window runs or it began with too few likes. */
export function ratioQuota(state: LimitsState, now: number): Quota | undefined {
  const { likes, cancelled, startedAt } = state.unlikes;
  const limit = isWindowOpen(state, now) ? ratioLimit(likes, state.grade) : undefined;
  if (limit === undefined) return undefined;
  const remaining = Math.max(0, limit - cancelled.length);
  return { policy: 'unlike.ratio', limit, remaining, resetAt: startedAt + WINDOW_MS };
}

/** Which of the tags may be given back: cancelled in the window or the last 24 h, not given back in the window. */
export function returnable(state: LimitsState, tags: string[], now: number): string[] {
  const { log, cancelled, returned } = state.unlikes;
  const counted = new Set([
    ...cancelled,
    ...log.filter(({ at }) => at > now - REVIEW_MS).map(({ id }) => id),
  ]);
  const before = new Set(returned);
  return tags.filter(tag => counted.has(tag) && !before.has(tag));
}
