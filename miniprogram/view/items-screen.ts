import type { ItemFilter, ItemKind, SilentDays } from '../../typings/contract/items';
import { common, kinds } from '../copy/common';
import { list, sorts } from '../copy/items';
import type { ItemCounts } from './item-counts';
import { type ChipGroup, conditionNames, filterChips, filterGroups } from './item-query';
import type { ListRow } from './list-row';
import { grouped } from './numbers';
import { nothingToPick } from './pick';
import { type Choice, chosenCount } from './selection';

/** What the list screen shows before the first reply. */
export const blankItemsScreen = {
  t: { ...common, ...list },
  /** What is listed. */
  name: '',
  state: 'loading',
  failure: '',
  /** When the content is from, if the cloud could not be asked; 0 when it could. */
  keptAt: 0,
  query: '',
  chips: filterChips({}, undefined, 90),
  filtered: false,
  /** Twins are shown in the order of names, whatever was chosen. */
  duplicates: false,
  groups: [] as ChipGroup[],
  filterOpen: false,
  sortName: sorts.recent,
  askedText: '',
  rows: [] as ListRow[],
  padTop: 0,
  padBottom: 0,
  scrollTop: 0,
  ended: false,
  selecting: false,
  chosenText: '',
  allText: '',
  removeText: '',
  anyChosen: false,
  /** Id of the row that a swipe has opened. */
  swiped: '',
  asideText: '',
  pick: nothingToPick,
  pickOpen: false,
  editing: false,
  undoText: '',
  undoMore: '',
};

export function filterView(
  filter: ItemFilter,
  { facets, matching }: Pick<ItemCounts, 'facets' | 'matching'>,
  kind: ItemKind,
  days: SilentDays,
) {
  const countText = matching === undefined ? '' : `${grouped(matching)} ${kinds[kind].unit}`;
  const asked = [...conditionNames(filter, filter.silentDays ?? days), countText];
  return {
    chips: filterChips(filter, facets, filter.silentDays ?? days),
    groups: filterGroups(filter, facets, filter.silentDays ?? days, kind),
    filtered: Object.keys(filter).length > 0,
    duplicates: filter.duplicate === true,
    /** A chip that is on may be out of sight, in large letters all are: what is on has to be said. */
    askedText: asked.filter(text => text !== '').join(' · '),
  };
}

/**
 * The bar under a selection: how many, the way to all that match, and the button that removes. Without `matching`,
 * as long as nothing was counted, it works without numbers; the confirmation always has them.
 */
export function choiceView(choice: Choice, matching: number | undefined, kind: ItemKind) {
  const count = chosenCount(choice, matching);
  const { remove, counter } = kinds[kind];
  const isEverything = choice.all && choice.except.length === 0;
  return {
    chosenText: count === undefined ? chosenUncounted(choice) : list.chosen(grouped(count)),
    allText:
      isEverything || (count !== undefined && count === matching)
        ? list.chooseNone
        : list.chooseAll(matching === undefined ? '' : grouped(matching)),
    removeText: count !== undefined && count > 0 ? `${remove} ${grouped(count)} ${counter}` : remove,
    anyChosen: count === undefined || count > 0,
  };
}

const chosenUncounted = (choice: Choice): string =>
  list.chosenAllBut(choice.all ? grouped(choice.except.length) : '0');
