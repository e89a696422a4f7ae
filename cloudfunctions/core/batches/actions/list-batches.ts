import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { done } from '../../gateway/refusal';
import { batchView } from '../rules';
import { listBatches } from '../store';

export const listBatchesAction = defineAction<'batches.list'>({
  who: 'self',
  input: v.strictObject({}),
  run: async (_input, { uid, now }) => {
    const batches = await listBatches(uid, now);
    return done({ batches: batches.map(batch => batchView(batch, now)) });
  },
});
