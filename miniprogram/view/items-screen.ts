import type { ItemFacets, ItemFilter, ItemKind, SilentDays } from '../../typings/contract/items';
import { common, kinds } from '../copy/common';
import { list, sorts } from '../copy/items';
import { filterChips } from './item-query';
import type { ItemRow } from './item-row';
import { grouped } from './numbers';
import { type Choice, chosenCount } from './selection';

/** What the list screen shows before the first reply. */
export const blankItemsScreen = {
  t: { ...common, ...list },
  state: 'loading',
  failure: '',
  query: '',
  chips: filterChips({}, undefined, 90),
  filtered: false,
  filterOpen: false,
  sortName: sorts.recent,
  countText: '',
  rows: [] as ItemRow[],
  padTop: 0,
  padBottom: 0,
  scrollTop: 0,
  ended: false,
  selecting: false,
  chosenText: '',
  allText: '',
  removeText: '',
  anyChosen: false,
  undoText: '',
};

export function filterView(
  filter: ItemFilter,
  facets: ItemFacets | undefined,
  found: number | undefined,
  kind: ItemKind,
  days: SilentDays,
) {
  return {
    chips: filterChips(filter, facets, filter.silentDays ?? days),
    filtered: Object.keys(filter).length > 0,
    countText: found === undefined ? '' : `${grouped(found)} ${kinds[kind].unit}`,
  };
}

/** The bar under a selection: how many, the way to all that match, and the button that removes. */
export function choiceView(choice: Choice, matching: number, kind: ItemKind) {
  const count = chosenCount(choice, matching);
  const { remove, counter } = kinds[kind];
  return {
    chosenText: list.chosen(grouped(count)),
    allText: count === matching ? list.chooseNone : list.chooseAll(grouped(matching)),
    removeText: count > 0 ? `${remove} ${grouped(count)} ${counter}` : remove,
    anyChosen: count > 0,
  };
}
