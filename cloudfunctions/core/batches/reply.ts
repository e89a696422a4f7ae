import type { BatchView } from '../../../typings/contract/batches';
import type { CallFacts } from '../gateway/action';
import type { Outcome } from '../gateway/refusal';
import { done } from '../gateway/refusal';
import { REMOVAL_POLICY } from '../limits/policies';
import { quotaOf } from '../limits/rules';
import { readLimits } from '../limits/store';
import { batchView } from './rules';
import type { Run } from './runner';

/** A batch with what is left of its limit: one request when this call took nothing from it. */
export async function batchReply(
  { batch, quota }: Run,
  { uid, now }: CallFacts,
): Promise<Outcome<BatchView>> {
  const policy = REMOVAL_POLICY[batch.kind];
  return done(batchView(batch, now), quota ?? quotaOf(await readLimits(uid, now), policy, now));
}
