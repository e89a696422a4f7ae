import { defineAction } from '../../gateway/action';
import { refuse } from '../../gateway/refusal';
import { batchReply } from '../reply';
import { runBatch } from '../runner';
import { batchInput } from '../schema';
import { findBatch, moveBatch } from '../store';

export const advanceBatch = defineAction<'batches.advance'>({
  who: 'self',
  input: batchInput,
  run: async ({ batchId }, call) => {
    const { uid, now } = call;
    const batch = await findBatch(uid, batchId);
    if (!batch || batch.state === 'frozen') return refuse('NOT_FOUND');
    const changes = { state: 'running' as const, touchedAt: now };
    const isDue = batch.state === 'waiting' && (batch.resumeAt ?? 0) <= now;
    const woken = isDue ? await moveBatch(uid, batchId, ['waiting'], changes) : undefined;
    return batchReply(await runBatch(woken ?? batch), call);
  },
});
