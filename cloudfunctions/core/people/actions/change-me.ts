import { defineAction } from '../../gateway/action';
import { done } from '../../gateway/refusal';
import { settingsChanges } from '../schema';
import { changeSettings } from '../store';

export const changeMe = defineAction<'me.change'>({
  who: 'self',
  input: settingsChanges,
  run: async (changes, { uid }) => done(await changeSettings(uid, changes)),
});
