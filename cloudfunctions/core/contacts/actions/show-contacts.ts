import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { readContacts } from '../store';

export const showContactsAction = defineAction<'chains.contacts'>({
  who: 'self',
  input: exactObject({}),
  run: async (_, { uid }) => done((await readContacts(uid)) ?? { me: {}, others: [] }),
});
