import type { Quota } from '../../../typings/contract/errors';
import { SLOW_MS } from '../limits/policies';
import type { LimitsState } from '../limits/rules';
import { quotaOf } from '../limits/rules';
import { beginSlowMode } from '../limits/store';
import { ratioFinding, reviewFinding } from './rules';
import { openCase } from './store';

/**
 * What the limits say after likes were taken from them: a case for whom people should look at, slow mode for whom the
 * ratio of 30 days was passed. The case comes before the mark that it was made, so that a repeated run after a crash
 * leaves neither out. Nothing to do costs no request. Gives the quota as it is then.
 */
export async function reviewUnlikes(uid: string, state: LimitsState, now: number): Promise<Quota> {
  const many = reviewFinding(uid, state, now);
  if (many) await openCase(many, now);
  const ratio = ratioFinding(uid, state, now);
  if (!ratio) return quotaOf(state, 'unlike.daily', now);
  await openCase(ratio, now);
  const slowed = await beginSlowMode(uid, state.unlikes.startedAt, now, now + SLOW_MS);
  return quotaOf(slowed, 'unlike.daily', now);
}
