import * as v from 'valibot';
import type { ItemChanges } from '../../../../typings/contract/items';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import type { Update } from '../../platform/database';
import type { ItemDocument } from '../document';
import { itemView } from '../document';
import { itemChanges, itemId } from '../schema';
import { searchTextOf, sortNameOf } from '../search-text';
import { changeItem, findItem } from '../store';

/** Several edits of one item at the same moment: each is tried again on what the other left. */
const ATTEMPTS = 5;

function updateFor(item: ItemDocument, changes: ItemChanges): Update {
  const given = Object.entries(changes);
  const set = Object.fromEntries(given.filter(([, value]) => value !== null && value !== ''));
  const unset = Object.fromEntries(
    given.filter(([, value]) => value === null || value === '').map(([key]) => [key, '']),
  );
  const { note = item.note, label = item.label, name = item.name, tags = item.tags } = changes;
  const searchText = searchTextOf({
    ...item,
    name,
    tags,
    note: note ?? undefined,
    label: label ?? undefined,
  });
  return {
    $set: { ...set, searchText, sortName: sortNameOf(name) },
    $inc: { rev: 1 },
    ...(Object.keys(unset).length > 0 && { $unset: unset }),
  };
}

export const editItem = defineAction<'items.edit'>({
  who: 'self',
  input: exactObject({
    id: itemId,
    rev: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    changes: itemChanges,
  }),
  run: async ({ id, rev, changes }, { uid, now }) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const item = await findItem(uid, id);
      if (item?.state !== 'live') return refuse('NOT_FOUND');
      if (rev !== undefined && rev !== item.rev)
        return refuse('CONFLICT', { existing: { id, state: 'live' } });
      const edited = await changeItem(uid, id, { rev: item.rev }, updateFor(item, changes));
      if (edited) return done({ item: itemView(edited, now) });
    }
    return refuse('CONFLICT', { existing: { id, state: 'live' } });
  },
});
