/** Beyond the limit a content cannot be cancelled for this long after its last cancel. */
export const LOCK_MS = 48 * 3_600_000;

/** How often a like was cancelled ever, when last, and how often its owner could then (policy `unlike.same-content`). */
export interface Cancels {
  count: number;
  lastAt: number;
  max: number;
}

/** From when on a like can be cancelled again; undefined when it can be now. */
export function lockedUntilOf(cancels: Cancels | undefined, now: number): number | undefined {
  if (!cancels || cancels.count < cancels.max) return undefined;
  const opensAt = cancels.lastAt + LOCK_MS;
  return now < opensAt ? opensAt : undefined;
}
