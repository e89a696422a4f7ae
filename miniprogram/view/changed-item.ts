import type { ItemChanges, ItemView } from '../../typings/contract/items';

/** An item as its owner's edit will leave it; blank and `null` take a text away. */
export function changedItem(item: ItemView, changes: ItemChanges): ItemView {
  const isCleared = (value: unknown) => value === null || value === '';
  const entries = Object.entries({ ...item, ...changes }).filter(([, value]) => !isCleared(value));
  return Object.fromEntries(entries) as unknown as ItemView;
}
