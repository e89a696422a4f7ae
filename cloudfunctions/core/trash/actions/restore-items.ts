import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, grouped, refuseOver } from '../../gateway/refusal';
import { takenToday } from '../../limits/rules';
import { takeQuota } from '../../limits/store';
import { someIds } from '../schema';
import { findRestorable, restoreItems } from '../store';

/** Three requests and the log's: what is in the trash, the limit with what is given back, the items. */
export const restoreItemsAction = defineAction<'trash.restore'>({
  who: 'self',
  input: exactObject({ ids: someIds }),
  logs: ({ restored: count }) => (count > 0 ? { what: 'restored', count } : undefined),
  run: async ({ ids }, { uid, now }) => {
    const rows = await findRestorable(uid, ids, now);
    const restorable = rows.map(row => row._id);
    const likes = rows.filter(row => row.kind === 'like').map(row => row._id);
    const back = { refund: takenToday(rows, now), likes };
    const taken = await takeQuota({ uid, policy: 'restore', now, take: restorable.length, ...back });
    if (!taken.ok) {
      const left = grouped(taken.quota.remaining);
      return refuseOver(taken.quota, `今天还能恢复 ${left} 个，其余请明天再恢复`);
    }
    const restored = restorable.length === 0 ? 0 : await restoreItems(uid, restorable, now);
    return done({ restored, gone: ids.length - restored }, taken.quota);
  },
});
