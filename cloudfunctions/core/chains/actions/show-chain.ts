import * as v from 'valibot';
import { firstPage } from '../../entries/page';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { settle } from '../../seats/store';
import { defineChainAction } from '../gate';
import { recheck } from '../rechecking';
import { roleOf } from '../roles';
import { roundToShow } from '../rounds';
import { chainId, day } from '../schema';
import { chainView } from '../view';

/**
 * Two requests: the chain and its first page of entries; one more for a recurring chain's round, and what is due (offers that
 * end, a text that waits for its check) is done on the way.
 */
export const showChain = defineChainAction<'chains.show'>({
  who: 'visitor',
  onTrashed: true,
  input: exactObject({ chainId, round: v.exactOptional(v.union([v.literal('series'), day])) }),
  run: async ({ round }, call) => {
    const { uid, openid, now } = call;
    const found = await roundToShow(await recheck(call), round, now);
    if (!found.ok) return found;
    const chain = await settle(found.data, now);
    const { mine, page } = await firstPage({ chain, role: roleOf(chain, uid), uid, openid, now });
    return done({ chain: await chainView(chain, mine, { uid, now }), entries: page });
  },
});
