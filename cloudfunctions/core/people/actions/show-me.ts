import { meUnlessErased } from '../../accounts/refusal';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { shownMe } from '../pictures';
import { readPerson } from '../store';

export const showMe = defineAction<'me.show'>({
  who: 'self',
  input: exactObject({}),
  run: async (_input, { uid, now }) => meUnlessErased(await shownMe(await readPerson(uid)), now),
});
