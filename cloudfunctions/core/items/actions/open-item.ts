import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import { itemView } from '../document';
import { itemId } from '../schema';
import { changeItem } from '../store';

/** Does not raise `rev`: opening an item is not an edit that another device could lose. */
export const openItem = defineAction<'items.opened'>({
  who: 'self',
  input: exactObject({ id: itemId }),
  run: async ({ id }, { uid, now }) => {
    const item = await changeItem(uid, id, {}, { $set: { lastReadAt: now, readRank: now } });
    return item ? done({ item: itemView(item, now) }) : refuse('NOT_FOUND');
  },
});
