import * as v from 'valibot';
import type { ItemChanges } from '../../../../typings/contract/items';
import { defineAction } from '../../gateway/action';
import { exactObject } from '../../gateway/input';
import { done, refuse } from '../../gateway/refusal';
import type { Query, Update } from '../../platform/database';
import type { ItemDocument } from '../document';
import { itemView, sameKeyOf } from '../document';
import { itemChanges, itemId } from '../schema';
import { folderTextOf, searchTextOf, sortNameOf, tagTextsOf } from '../search-text';
import { changeItem, findItem } from '../store';

/** Several edits of one item at the same moment: each is tried again on what the other left. */
const ATTEMPTS = 5;

/** A cleared text and `null` are the same: the field goes. */
const isCleared = (value: unknown): boolean => value === null || value === '';

/** What the changed fields are searched, sorted and grouped by. */
function derivedFrom(item: ItemDocument, changes: ItemChanges): Query {
  const { note = item.note, label = item.label, name = item.name, tags, folder } = changes;
  return {
    searchText: searchTextOf({ ...item, name, note: note ?? undefined, label: label ?? undefined }),
    ...(changes.name !== undefined && { sortName: sortNameOf(name), sameKey: sameKeyOf(name) }),
    ...(tags && { tagTexts: tagTextsOf(tags) }),
    ...(folder && { folderText: folderTextOf(folder) }),
  };
}

function updateFor(item: ItemDocument, changes: ItemChanges): Update {
  const given = Object.entries(changes);
  const set = Object.fromEntries(given.filter(([, value]) => !isCleared(value)));
  const cleared = given.filter(([, value]) => isCleared(value)).map(([key]) => key);
  if (changes.folder === null) cleared.push('folderText');
  // A name of its owner's own is never replaced by what the link says.
  if (changes.name !== undefined) cleared.push('describeAt', 'describeTries');
  return {
    $set: { ...set, ...derivedFrom(item, changes) },
    $inc: { rev: 1 },
    ...(cleared.length > 0 && { $unset: Object.fromEntries(cleared.map(key => [key, ''])) }),
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
