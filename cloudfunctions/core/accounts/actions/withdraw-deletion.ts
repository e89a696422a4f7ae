import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { shownMe } from '../../people/pictures';
import { readPerson } from '../../people/store';
import { refuseErased } from '../refusal';
import * as accounts from '../store';

/** Two requests. Who never asked for a deletion, or withdrew it before, is told the same. */
export const withdrawDeletion = defineAction<'me.withdrawDeletion'>({
  who: 'self',
  input: exactObject({}),
  logs: () => ({ what: 'deletion-withdrawn' }),
  run: async (_input, { uid, now }) => {
    await accounts.withdrawDeletion(uid, now);
    const me = await shownMe(await readPerson(uid));
    // What could not be withdrawn is being erased already.
    return me.deletion ? refuseErased() : done(me);
  },
});
