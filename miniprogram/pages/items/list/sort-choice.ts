import type { ItemSort } from '../../../../typings/contract/items';
import { sorts } from '../../../copy/items';
import { choose } from '../../../platform/toast';

/** Asks for an order; undefined when the person changes their mind. */
export async function chooseSort(): Promise<ItemSort | undefined> {
  const names = Object.keys(sorts) as ItemSort[];
  const index = await choose(names.map(name => sorts[name]));
  return index === undefined ? undefined : names[index];
}
