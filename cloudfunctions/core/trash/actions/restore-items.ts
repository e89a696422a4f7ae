import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { takeQuota } from '../../limits/store';
import { someIds } from '../schema';
import { restoreItems } from '../store';

/** Two requests: the limit with the refund, then the items. */
export const restoreItemsAction = defineAction<'trash.restore'>({
  who: 'self',
  input: exactObject({ ids: someIds }),
  run: async ({ ids }, { uid, now }) => {
    const taken = await takeQuota({ uid, policy: 'restore', now, take: ids.length, refund: ids });
    if (!taken.ok) {
      const { policy, limit, remaining, resetAt } = taken.quota;
      const message = `今天还能恢复 ${remaining} 个，其余请明天再恢复`;
      return refuse('RATE_LIMITED', { message, policy, limit, remaining, retryAt: resetAt });
    }
    const restored = await restoreItems(uid, ids, now);
    return done({ restored, gone: ids.length - restored }, taken.quota);
  },
});
