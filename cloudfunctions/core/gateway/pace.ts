import { limitOf } from '../limits/policies';

const WINDOW_MS = 60_000;
export const CALLS_MAX = limitOf('any-call', 'ordinary');
/** Persons remembered at once; beyond it all are forgotten, which only makes the limit laxer. */
const PERSONS_MAX = 2000;

const recent = new Map<string, number[]>();

/**
 * The limit on any call: 240 a minute, kept in this instance's memory. Several instances together let more
 * through, on purpose: it costs no database call.
 * @returns undefined when the call may pass, else the instant (epoch ms) from which one can.
 */
export function paceOf(uid: string, now: number): number | undefined {
  const calls = (recent.get(uid) ?? []).filter(at => at > now - WINDOW_MS && at <= now);
  const [oldest] = calls;
  if (calls.length >= CALLS_MAX && oldest !== undefined) return oldest + WINDOW_MS;
  calls.push(now);
  if (recent.size >= PERSONS_MAX) recent.clear();
  recent.set(uid, calls);
  return undefined;
}
