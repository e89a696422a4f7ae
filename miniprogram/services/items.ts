import type { InputOf } from '../../typings/contract/api';
import type { Selection } from '../../typings/contract/batches';
import type { ItemChanges, ItemDraft, ItemFilter, ItemKind, ItemView } from '../../typings/contract/items';
import { changedItem } from '../view/changed-item';
import { call, change } from './cloud';
import { keepItem } from './kept-replies';

export const listItems = (input: InputOf<'items.list'>) => call('items.list', input);

export const showFacets = (kind: ItemKind, filter: ItemFilter) => call('items.facets', { kind, filter });

export const addItem = (draft: ItemDraft) => call('items.add', { draft });

/** CONFLICT when another device was first, which the item's `rev` tells. Waits for the network when there is none. */
export async function editItem(item: ItemView, changes: ItemChanges) {
  const { id, rev, name: about } = item;
  const expected = { item: changedItem(item, changes) };
  const reply = await change('items.edit', { id, rev, changes }, { expected, about });
  if (reply.ok) keepItem(reply.data.item);
  return reply;
}

/** Sent later when there is no network; the cloud then counts it from that moment. */
export const markOpened = (item: ItemView) =>
  change(
    'items.opened',
    { id: item.id },
    { expected: { item: { ...item, lastReadAt: Date.now() } }, about: item.name },
  );

/** The same change to all of a selection of at most 5,000. */
export const editItems = (
  kind: ItemKind,
  selection: Selection,
  changes: InputOf<'items.editMany'>['changes'],
) => call('items.editMany', { kind, selection, changes });

/** Twins become the one added first; the others go to 最近删除 as a batch. */
export const mergeItems = (ids: string[]) => call('items.merge', { ids });

export const describeLink = (url: string) => call('links.describe', { url });
