import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { shownMe } from '../../people/pictures';
import { readPerson } from '../../people/store';
import { meUnlessErased } from '../refusal';
import * as accounts from '../store';

/** Two requests. Everything goes on as before until the 72 hours are over. */
export const requestDeletion = defineAction<'me.requestDeletion'>({
  who: 'self',
  input: exactObject({ confirmed: v.literal(true) }),
  logs: ({ deletion }) => ({ what: 'deletion-requested', key: String(deletion?.requestedAt) }),
  run: async (_input, { uid, now }) => {
    await accounts.requestDeletion(uid, now);
    return meUnlessErased(await shownMe(await readPerson(uid)), now);
  },
});
