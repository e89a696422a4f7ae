import * as v from 'valibot';
import type { ItemChanges } from '../../../../typings/contract/items';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { type ItemDocument, itemView } from '../document';
import { itemChanges, itemId } from '../schema';
import { changeItem, findItem } from '../store';
import { editUpdate, hasAll } from '../updates';

/** Several edits of one item at the same moment: each is tried again on what the other left. */
const ATTEMPTS = 5;

/** Somebody was faster; that may have been this very edit, sent again because its answer was lost. */
const overtaken = (item: ItemDocument, changes: ItemChanges, now: number) =>
  hasAll(item, changes)
    ? done({ item: itemView(item, now) })
    : refuse('CONFLICT', { existing: { id: item._id, state: 'live' } });

export const editItem = defineAction<'items.edit'>({
  who: 'self',
  input: exactObject({
    id: itemId,
    rev: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    changes: itemChanges,
  }),
  logs: ({ item }) => ({ what: 'edited', kind: item.kind, key: `${item.id} ${item.rev}` }),
  run: async ({ id, rev, changes }, { uid, now }) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const item = await findItem(uid, id);
      if (item?.state !== 'live') return refuse('NOT_FOUND');
      if (rev !== undefined && rev !== item.rev) return overtaken(item, changes, now);
      const edited = await changeItem(uid, id, { rev: item.rev }, editUpdate(item, changes));
      if (edited) return done({ item: itemView(edited, now) });
    }
    return refuse('CONFLICT', { existing: { id, state: 'live' } });
  },
});
