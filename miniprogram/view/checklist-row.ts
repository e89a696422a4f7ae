import type { TrashView } from '../../typings/contract/items';
import { targetTypes } from '../copy/common';
import { checklist } from '../copy/trash';
import { avatarOf } from './avatar';
import type { ItemRow } from './item-row';
import { openingOf } from './opening';

export interface ChecklistRow extends ItemRow {
  button: string;
  done: boolean;
}

/** One thing to cancel in WeChat itself, with the shortest way there. */
export function checklistRow(item: TrashView): ChecklistRow {
  const done = item.platformDoneAt !== undefined;
  return {
    id: item.id,
    name: item.name,
    ...avatarOf(item.name),
    line: done ? checklist.ticked : targetTypes[item.targetType],
    tags: [],
    checked: done,
    button: openingOf(item) === 'copy' ? checklist.copy : checklist.open,
    done,
  };
}
