import { setSlowMode } from '../limits/store';
import type { ReviewDocument } from './document';
import { slowUntilBy } from './rules';
import { closeCase, findUnfinished, logDecision } from './store';

/** A decision that is not in effect after this long lost its call. */
const STALLED_MS = 60_000;
const CASES_MAX = 100;

/** Puts a decision into effect, logs it and closes the case; repeating it changes nothing. */
export async function finishDecision(decided: ReviewDocument): Promise<void> {
  const until = slowUntilBy(decided);
  if (until !== undefined) await setSlowMode(decided.uids, until, decided.decidedAt ?? 0);
  await logDecision(decided);
  await closeCase(decided._id);
}

/** Finishes decisions whose call died halfway; gives their number, ≤ 100 a run. */
export async function finishDecisions(now: number): Promise<number> {
  const unfinished = await findUnfinished(now - STALLED_MS, CASES_MAX);
  for (const decided of unfinished) await finishDecision(decided);
  return unfinished.length;
}
