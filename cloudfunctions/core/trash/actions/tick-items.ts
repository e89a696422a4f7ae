import * as v from 'valibot';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { someIds } from '../schema';
import { tickItems } from '../store';

export const tickItemsAction = defineAction<'trash.tick'>({
  who: 'self',
  input: exactObject({ ids: someIds, done: v.boolean() }),
  run: async ({ ids, done: isDone }, { uid, now }) =>
    done({ changed: await tickItems(uid, ids, now, isDone) }),
});
