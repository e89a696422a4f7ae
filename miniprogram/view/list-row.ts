import type { DataOf } from '../../typings/contract/api';
import type { ItemView } from '../../typings/contract/items';
import { kinds } from '../copy/common';
import { list } from '../copy/items';
import { type ItemRow, itemRow, lockText } from './item-row';
import { grouped } from './numbers';

/**
 * What the button of a row does: open what a swipe opens, remove the item, or merge it with its twins. A like whose
 * content is locked has none.
 */
export type RowAct = 'open' | 'remove' | 'merge' | 'none';

export interface ListRow extends ItemRow {
  act: RowAct;
  /** Words of the button; blank shows the sign for more. */
  actText: string;
  /** What the button says to a screen reader. */
  actLabel: string;
}

export interface RowLook {
  /** The server's clock. */
  now: number;
  big: boolean;
  checked: boolean;
  /** The list shows twins, sorted by name. */
  twins: boolean;
}

/** As the server compares names: spaces, brackets and separators aside. */
const SEPARATORS = /[\s\p{Pd}\p{Pc}\p{Ps}\p{Pe}\p{Pi}\p{Pf}·・•.,，。、:：;；!！?？'"|｜/\\~～]/gu;

export function foldedName(name: string): string {
  const whole = name.normalize('NFKC').toLowerCase();
  return whole.replace(SEPARATORS, '') || whole;
}

export const isTwin = (item: ItemView, other: ItemView | undefined): boolean =>
  other !== undefined && foldedName(item.name) === foldedName(other.name);

/** The items around `index` of the same name, from the first; the list must be sorted by name. */
export function twinsAt(items: readonly ItemView[], index: number): readonly ItemView[] {
  const item = items[index];
  if (item === undefined) return [];
  let start = index;
  while (isTwin(item, items[start - 1])) start -= 1;
  let end = index + 1;
  while (isTwin(item, items[end])) end += 1;
  return items.slice(start, end);
}

/** A like is cancelled by a button on its row, as by a long press; the others open what a swipe opens. */
function actOf(item: ItemView, { big, now }: RowLook): Pick<ListRow, 'act' | 'actText' | 'actLabel'> {
  const { remove } = kinds[item.kind];
  if (lockText(item, now, big) !== undefined) return { act: 'none', actText: '', actLabel: '' };
  const isOpen = !big && item.kind !== 'like';
  return {
    act: isOpen ? 'open' : 'remove',
    actText: isOpen ? '' : remove,
    actLabel: `${remove} ${item.name}`,
  };
}

export function listRow(items: readonly ItemView[], index: number, item: ItemView, look: RowLook): ListRow {
  const row = { ...itemRow(item, look.now, look.big, look.checked), ...actOf(item, look) };
  if (!look.twins) return row;
  const group = twinsAt(items, index);
  if (group.length < 2 || group[0] !== item) return row;
  return { ...row, act: 'merge', actText: list.merge, actLabel: list.mergeLabel(item.name, group.length) };
}

/** What a merge came to; `left` and `later` stay as they are. */
export function mergedText({ item, merged, later, left }: DataOf<'items.merge'>): string {
  const stayed = later + left;
  if (merged === 0) return list.mergedNone;
  return stayed > 0
    ? list.mergedSome(item.name, grouped(merged), grouped(stayed))
    : list.merged(item.name, grouped(merged));
}
