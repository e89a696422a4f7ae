import type { InputOf } from '../../typings/contract/api';
import type { ItemChanges, ItemDraft, ItemFilter, ItemKind } from '../../typings/contract/items';
import { call } from './cloud';

export const listItems = (input: InputOf<'items.list'>) => call('items.list', input);

export const showFacets = (kind: ItemKind, filter: ItemFilter) => call('items.facets', { kind, filter });

export const addItem = (draft: ItemDraft) => call('items.add', { draft });

/** `rev` makes the edit fail with CONFLICT when another device was first. */
export const editItem = (id: string, rev: number, changes: ItemChanges) =>
  call('items.edit', { id, rev, changes });

export const markOpened = (id: string) => call('items.opened', { id });
