import type { ItemView } from '../../../../typings/contract/items';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import type { Outcome } from '../../gateway/refusal';
import { done, grouped, refuse } from '../../gateway/refusal';
import type { ItemDocument } from '../document';
import { itemView, newItem } from '../document';
import { ITEMS_MAX, isRestorable } from '../rules';
import { itemDraft } from '../schema';
import { countItems, findItem, insertItems, replaceExpired } from '../store';

const TAKEN = { live: '已经在列表里了', trashed: '它在最近删除里，可以直接恢复' };

const standing = (item: ItemDocument | undefined, now: number): ItemDocument | undefined =>
  item && (item.state === 'live' || isRestorable(item.purgeAt ?? 0, now)) ? item : undefined;

/** Inserts, or says what is there under the same identity already. */
async function insertOrMeet(item: ItemDocument, now: number): Promise<Outcome<{ item: ItemView }>> {
  const { _id: id, owner } = item;
  // A second round is for an expired item that the janitor erased between the read and the replacement.
  for (let round = 0; round < 2; round += 1) {
    if (await insertItems([item])) return done({ item: itemView(item, now) });
    const existing = standing(await findItem(owner, id), now);
    if (existing) {
      const { state } = existing;
      return refuse('CONFLICT', { message: TAKEN[state], existing: { id, state } });
    }
    if (await replaceExpired(item, now)) return done({ item: itemView(item, now) });
  }
  return refuse('CONFLICT');
}

export const addItem = defineAction<'items.add'>({
  who: 'self',
  input: exactObject({ draft: itemDraft }),
  logs: ({ item }) => ({ what: 'added', kind: item.kind }),
  run: async ({ draft }, { uid, now }) => {
    if ((await countItems(uid)) >= ITEMS_MAX) {
      return refuse('TOO_LARGE', { message: `一共最多保存 ${grouped(ITEMS_MAX)} 个`, max: ITEMS_MAX });
    }
    return insertOrMeet(newItem(uid, draft, now), now);
  },
});
