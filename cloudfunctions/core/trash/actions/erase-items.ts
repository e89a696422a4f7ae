import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { forfeitRefund } from '../../limits/store';
import { eraseLogged } from '../erasure';
import { someIds } from '../schema';
import { eraseTrashed, findRestorable } from '../store';

export const eraseItemsAction = defineAction<'trash.erase'>({
  who: 'self',
  input: exactObject({ ids: someIds, confirmed: v.literal(true) }),
  run: async ({ ids }, { uid, now }) => {
    const rows = await findRestorable(uid, ids, now);
    if (rows.length === 0) return done({ erased: 0 });
    await forfeitRefund(
      uid,
      rows.map(row => row._id),
      now,
    );
    return done({ erased: await eraseLogged(rows, 'erased', now, some => eraseTrashed(uid, some)) });
  },
});
