import type { InputOf } from '../../typings/contract/api';
import type { Selection } from '../../typings/contract/batches';
import type { ItemChanges, ItemDraft, ItemFilter, ItemKind } from '../../typings/contract/items';
import { call } from './cloud';

export const listItems = (input: InputOf<'items.list'>) => call('items.list', input);

export const showFacets = (kind: ItemKind, filter: ItemFilter) => call('items.facets', { kind, filter });

export const addItem = (draft: ItemDraft) => call('items.add', { draft });

/** `rev` makes the edit fail with CONFLICT when another device was first. */
export const editItem = (id: string, rev: number, changes: ItemChanges) =>
  call('items.edit', { id, rev, changes });

export const markOpened = (id: string) => call('items.opened', { id });

/** The same change to all of a selection of at most 5,000. */
export const editItems = (
  kind: ItemKind,
  selection: Selection,
  changes: InputOf<'items.editMany'>['changes'],
) => call('items.editMany', { kind, selection, changes });

/** Twins become the one added first; the others go to 最近删除 as a batch. */
export const mergeItems = (ids: string[]) => call('items.merge', { ids });

export const describeLink = (url: string) => call('links.describe', { url });
