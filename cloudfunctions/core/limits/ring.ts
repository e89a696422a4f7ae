import type { Quota } from '../../../typings/contract/errors';

/** An exact sliding window: the instants of the last uses, the newest first, no more of them than the limit. */
export interface Ring {
  policy: 'chain.write' | 'reminder';
  /** Looks back this far: a use counts in (now - windowMs, now]. */
  windowMs: number;
  /** Least time between two uses. */
  apartMs: number;
}

export const WRITE_RING: Ring = { policy: 'chain.write', windowMs: 60_000, apartMs: 0 };
export const REMINDER_RING: Ring = { policy: 'reminder', windowMs: 24 * 3_600_000, apartMs: 15 * 60_000 };

/** Uses that count now. A clock that is behind another one's does not make them fewer. */
const recentUses = ({ windowMs }: Ring, uses: number[], now: number): number[] =>
  uses.filter(at => at > now - windowMs);

/** `resetAt`: when all of it is there again; now when nothing is used. */
export function ringQuota(ring: Ring, uses: number[], limit: number, now: number): Quota {
  const recent = recentUses(ring, uses, now);
  const resetAt = recent.length === 0 ? now : Math.max(...recent) + ring.windowMs;
  return { policy: ring.policy, limit, remaining: Math.max(0, limit - recent.length), resetAt };
}

/** The instant from which one more can be used; `now` or before when it can be at once. */
export function nextUseAt({ windowMs, apartMs }: Ring, uses: number[], limit: number, now: number): number {
  const [last] = uses;
  const oldest = uses[limit - 1];
  return Math.max(
    now,
    last === undefined ? now : last + apartMs,
    oldest === undefined ? now : oldest + windowMs,
  );
}

/** What the list at `path` must be like for one more use. The oldest use that counts is at a known place in it. */
export const ringMatch = ({ windowMs, apartMs }: Ring, path: string, limit: number, now: number) => ({
  [`${path}.${limit - 1}`]: { $not: { $gt: now - windowMs } },
  ...(apartMs > 0 && { [`${path}.0`]: { $not: { $gt: now - apartMs } } }),
});

/** `kept`: the largest limit there is. */
export const ringPush = (path: string, kept: number, now: number) => ({
  $push: { [path]: { $each: [now], $position: 0, $slice: kept } },
});
