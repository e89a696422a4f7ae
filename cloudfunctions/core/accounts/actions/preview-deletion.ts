import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done } from '../../gateway/refusal';
import { countEntriesElsewhere, countItems, ownChains } from '../store';

/** Three requests. */
export const previewDeletion = defineAction<'me.previewDeletion'>({
  who: 'self',
  input: exactObject({}),
  run: async (_input, { uid, now }) => {
    const [items, owned, entriesElsewhere] = await Promise.all([
      countItems(uid, now),
      ownChains(uid),
      countEntriesElsewhere(uid),
    ]);
    return done({ items, ownChains: owned, entriesElsewhere });
  },
});
