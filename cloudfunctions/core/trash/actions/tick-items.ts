import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { done } from '../../gateway/refusal';
import { someIds } from '../schema';
import { tickItems } from '../store';

export const tickItemsAction = defineAction<'trash.tick'>({
  who: 'self',
  input: v.strictObject({ ids: someIds, done: v.boolean() }),
  run: async ({ ids, done: isDone }, { uid, now }) =>
    done({ changed: await tickItems(uid, ids, now, isDone) }),
});
