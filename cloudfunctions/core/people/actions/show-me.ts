import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { done } from '../../gateway/refusal';
import { readPerson } from '../store';

export const showMe = defineAction<'me.show'>({
  who: 'self',
  input: v.strictObject({}),
  run: async (_input, { uid }) => done((await readPerson(uid)).me),
});
