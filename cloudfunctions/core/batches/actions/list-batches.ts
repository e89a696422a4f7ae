import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { batchView } from '../rules';
import { listBatches } from '../store';

export const listBatchesAction = defineAction<'batches.list'>({
  who: 'self',
  input: exactObject({}),
  run: async (_input, { uid, now }) => {
    const found = await listBatches(uid, now);
    return done({
      batches: found.map(({ batch, restorable }) => ({ ...batchView(batch, now), restorable })),
    });
  },
});
