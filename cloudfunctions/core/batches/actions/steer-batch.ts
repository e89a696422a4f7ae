import type { BatchState } from '../../../../typings/contract/batches';
import { type ActionEntry, defineAction } from '../../gateway/action';
import { refuse } from '../../gateway/refusal';
import { batchReply } from '../reply';
import { runBatch, writeDownLost } from '../runner';
import { batchInput } from '../schema';
import { findBatch, moveBatch } from '../store';

/** A change of state that is idempotent: from any other state the batch is answered as it is. */
const steer = <A extends 'batches.pause' | 'batches.resume' | 'batches.cancel'>(
  from: BatchState[],
  to: BatchState,
): ActionEntry<A> =>
  defineAction<A>({
    who: 'self',
    input: batchInput,
    run: async ({ batchId }, call) => {
      const { uid, now } = call;
      const moved = await moveBatch(uid, batchId, from, { state: to, touchedAt: now });
      const batch = moved ?? (await findBatch(uid, batchId));
      if (!batch) return refuse('NOT_FOUND');
      const isStopped = batch.state === 'paused' || batch.state === 'cancelled';
      if (isStopped) return batchReply({ batch: await writeDownLost(batch, now) }, call);
      return batchReply(moved ? await runBatch(batch) : { batch }, call);
    },
  });

export const pauseBatch = steer<'batches.pause'>(['running', 'waiting'], 'paused');
/** Goes on at once; where the quota is used up it waits for the next morning again. */
export const resumeBatch = steer<'batches.resume'>(['paused'], 'running');
export const cancelBatch = steer<'batches.cancel'>(['frozen', 'running', 'paused', 'waiting'], 'cancelled');
