import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import type { DayPolicy } from '../policies';
import { POLICIES } from '../policies';
import { quotaOf } from '../rules';
import { readLimits } from '../store';

export const showLimits = defineAction<'limits.show'>({
  who: 'self',
  input: exactObject({}),
  run: async (_input, { uid, now }) => {
    const state = await readLimits(uid, now);
    const policies = Object.keys(POLICIES) as DayPolicy[];
    return done({ grade: state.grade, quotas: policies.map(policy => quotaOf(state, policy, now)) });
  },
});
