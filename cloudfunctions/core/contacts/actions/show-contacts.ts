import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { beginLimits } from '../../limits/store';
import { readContacts } from '../store';

export const showContactsAction = defineAction<'chains.contacts'>({
  who: 'self',
  input: exactObject({}),
  run: async (_, { uid }) => {
    const contacts = await readContacts(uid);
    if (contacts) return done(contacts);
    // Who opens the form for the first time soon joins: that call finds their limits there.
    await beginLimits(uid);
    return done({ me: {}, others: [] });
  },
});
