import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { removalReasons } from '../../reports/schema';
import { batchView } from '../rules';
import { batchId } from '../schema';
import { moveBatch } from '../store';

/** The last answer counts. What was never committed has nothing to ask about. */
export const surveyBatch = defineAction<'batches.survey'>({
  who: 'self',
  input: exactObject({ batchId, reasons: removalReasons }),
  run: async ({ batchId: id, reasons }, { uid, now }) => {
    const committed = { committedAt: { $gt: 0 } };
    const states = ['running', 'paused', 'waiting', 'done', 'cancelled'] as const;
    const batch = await moveBatch(uid, id, [...states], { reasons }, committed);
    return batch ? done(batchView(batch, now)) : refuse('NOT_FOUND');
  },
});
