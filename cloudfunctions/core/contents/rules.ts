/**
 * A cancelled like counts half after twelve hours. It lies in the trash for 72 hours, six half-lives: what vanishes
 * with it then is a sixty-fourth of a like, and a like that comes back within the day never really left.
 */
export const HALF_LIFE_MS = 12 * 3_600_000;

/** Cancelled likes are counted together by the ten minutes in which they were cancelled. */
export const SPAN_MS = 600_000;

/** A like of somebody in slow mode (policy `unlike.ratio`) counts this much. */
const SLOW_SHARE = 0.5;

/** Likes that count alike. `span`: number of the ten minutes they were cancelled in, since 1970; absent while live. */
export interface LikeGroup {
  count: number;
  isSlow: boolean;
  span?: number;
}

export const spanOf = (instant: number): number => Math.floor(instant / SPAN_MS);

/** What is left of a like that was cancelled in a span: all of it until the span is over. */
function shareLeft(span: number, now: number): number {
  const age = Math.max(0, now - (span + 1) * SPAN_MS);
  return 2 ** (-age / HALF_LIFE_MS);
}

const groupWeight = ({ count, isSlow, span }: LikeGroup, now: number): number =>
  count * (isSlow ? SLOW_SHARE : 1) * (span === undefined ? 1 : shareLeft(span, now));

/** Live likes and what is left of cancelled ones, to two decimals. */
export function weightOf(groups: LikeGroup[], now: number): number {
  const sum = groups.reduce((all, group) => all + groupWeight(group, now), 0);
  return Math.round(sum * 100) / 100;
}

export const liveLikes = (groups: LikeGroup[]): number =>
  groups.reduce((all, { count, span }) => all + (span === undefined ? count : 0), 0);
