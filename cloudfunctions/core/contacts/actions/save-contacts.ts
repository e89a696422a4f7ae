import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { storedContactOf, storedMeOf } from '../document';
import { me, others } from '../schema';
import { saveContacts } from '../store';

export const saveContactsAction = defineAction<'chains.saveContacts'>({
  who: 'self',
  input: exactObject({ me: v.exactOptional(me), others: v.exactOptional(others) }),
  logs: () => ({ what: 'contacts-changed' }),
  run: async (given, { uid }) =>
    done(
      await saveContacts(uid, {
        ...(given.me && { me: storedMeOf(uid, given.me) }),
        ...(given.others && { others: given.others.map(one => storedContactOf(uid, one)) }),
      }),
    ),
});
