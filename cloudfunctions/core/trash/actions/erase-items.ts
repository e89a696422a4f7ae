import * as v from 'valibot';
import { eraseRows } from '../../erasures/purge';
import { expireNow, findErasure } from '../../erasures/store';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { forfeitRefund } from '../../limits/store';
import { randomId } from '../../platform/crypto';
import { someIds } from '../schema';

/** Ends the time of the items in one write; the rest is what the janitor does with every expired item, and would finish. */
export const eraseItemsAction = defineAction<'trash.erase'>({
  who: 'self',
  input: exactObject({ ids: someIds, confirmed: v.literal(true) }),
  run: async ({ ids }, { uid, now }) => {
    const erasure = randomId();
    const erased = await expireNow(uid, ids, now, erasure);
    if (erased === 0) return done({ erased });
    const rows = await findErasure(uid, ids, erasure);
    const idsOf = (some: typeof rows): string[] => some.map(row => row._id);
    await forfeitRefund(uid, idsOf(rows), now, idsOf(rows.filter(row => row.kind === 'like')));
    await eraseRows(rows, now);
    return done({ erased });
  },
});
