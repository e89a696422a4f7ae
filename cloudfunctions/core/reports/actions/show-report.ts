import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { calendarOf } from '../calendar';
import { inBuckets, inOrder, inSteps, sumOf } from '../rules';
import { reportDays } from '../schema';
import { readRemovals, readStanding } from '../store';

/** Two requests. */
export const showReport = defineAction<'reports.show'>({
  who: 'self',
  input: exactObject({ days: reportDays }),
  run: async ({ days }, { uid, now }) => {
    const { step, starts } = calendarOf(days, now);
    const { removed, reasons, batchIds } = await readRemovals(uid, starts);
    const { live, restored, added, tags, frequency } = await readStanding(uid, starts, batchIds);
    return done({
      ...{ days, step, removed: inSteps(starts, removed), added: inSteps(starts, added) },
      totals: { removed: sumOf(removed), restored, live },
      ...{ reasons: inOrder(reasons), tags, frequency: inBuckets(frequency) },
    });
  },
});
