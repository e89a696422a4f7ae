import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { readPerson } from '../store';

export const showMe = defineAction<'me.show'>({
  who: 'self',
  input: exactObject({}),
  run: async (_input, { uid }) => done((await readPerson(uid)).me),
});
