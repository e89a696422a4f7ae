import { defineAction } from '../../gateway/action';
import { done, refuse } from '../../gateway/refusal';
import { batchView, isExpired } from '../rules';
import { runBatch } from '../runner';
import { batchInput } from '../schema';
import { findBatch, moveBatch } from '../store';

/** Two slices and three writes at most: the state, the charge, then the items and the position of each slice. */
export const commitBatch = defineAction<'batches.commit'>({
  who: 'self',
  input: batchInput,
  run: async ({ batchId }, { uid, now }) => {
    const changes = { state: 'running' as const, committedAt: now, touchedAt: now };
    const started = await moveBatch(uid, batchId, ['frozen'], changes, { expiresAt: { $gt: now } });
    if (started) {
      const batch = await runBatch(started);
      return done(batchView(batch, now));
    }
    const batch = await findBatch(uid, batchId);
    if (!batch) return refuse('NOT_FOUND');
    if (batch.state === 'frozen' && isExpired(batch, now)) {
      return refuse('GONE', { message: '确认得太久了，请重新选择一次' });
    }
    return done(batchView(batch, now));
  },
});
