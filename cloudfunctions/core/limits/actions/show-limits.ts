import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { isUnderReview } from '../../review/store';
import { TABLE } from '../policies';
import { quotasOf } from '../quotas';
import { isSlow } from '../rules';
import { readLimits } from '../store';

/** Two requests. */
export const showLimits = defineAction<'limits.show'>({
  who: 'self',
  input: exactObject({}),
  run: async (_input, { uid, now }) => {
    const [state, underReview] = await Promise.all([readLimits(uid, now), isUnderReview(uid)]);
    return done({
      ...{ grade: state.grade, quotas: quotasOf(state, now), table: TABLE, underReview },
      ...(isSlow(state, now) && { slowUntil: state.slowUntil }),
    });
  },
});
