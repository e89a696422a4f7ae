import { meUnlessErased } from '../../accounts/refusal';
import { defineAction } from '../../gateway/action';
import { shownMe } from '../pictures';
import { settingsChanges } from '../schema';
import { changeSettings } from '../store';

export const changeMe = defineAction<'me.change'>({
  who: 'self',
  input: settingsChanges,
  logs: (_, changes) => (Object.keys(changes).length > 0 ? { what: 'settings-changed' } : undefined),
  run: async (changes, { uid, now }) =>
    meUnlessErased(await shownMe(await changeSettings(uid, changes)), now),
});
