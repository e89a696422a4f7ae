import type { CallFacts } from '../../gateway/action';
import { defineAction } from '../../gateway/action';
import { refuse } from '../../gateway/refusal';
import { noteCommit } from '../../networks/noting';
import type { BatchDocument } from '../document';
import { batchReply } from '../reply';
import { isExpired } from '../rules';
import type { Run } from '../runner';
import { runBatch } from '../runner';
import { batchInput } from '../schema';
import { findBatch, moveBatch } from '../store';

/** One item at a time is not what the alert is about. */
const NOTED_MIN = 2;

async function runNoted(batch: BatchDocument, { network, uid, now }: CallFacts): Promise<Run> {
  const isNoted = network !== undefined && batch.total >= NOTED_MIN;
  const noted = isNoted ? noteCommit(network, uid, now) : undefined;
  try {
    return await runBatch(batch);
  } finally {
    await noted;
  }
}

/**
 * Two slices and five writes at most: the state, the charge, the network (two on its first use), then the items and
 * the position of each slice.
 */
export const commitBatch = defineAction<'batches.commit'>({
  who: 'self',
  input: batchInput,
  run: async ({ batchId }, call) => {
    const { uid, now } = call;
    const changes = { state: 'running' as const, committedAt: now, touchedAt: now };
    const started = await moveBatch(uid, batchId, ['frozen'], changes, { expiresAt: { $gt: now } });
    if (started) return batchReply(await runNoted(started, call), call);
    const batch = await findBatch(uid, batchId);
    if (!batch) return refuse('NOT_FOUND');
    if (batch.state === 'frozen' && isExpired(batch, now)) {
      return refuse('GONE', { message: '确认得太久了，请重新选择一次' });
    }
    return batchReply({ batch }, call);
  },
});
