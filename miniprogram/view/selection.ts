import type { Selection } from '../../typings/contract/batches';
import type { ItemFilter } from '../../typings/contract/items';

/** Ticked by hand, or everything that matches save the unticked. Values are never changed in place. */
export type Choice = { all: false; ids: readonly string[] } | { all: true; except: readonly string[] };

/** Limit of one batch. */
export const MAX_BATCH = 5_000;

export const nothingChosen: Choice = { all: false, ids: [] };
export const everythingChosen: Choice = { all: true, except: [] };

const toggled = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id];

export const toggle = (choice: Choice, id: string): Choice =>
  choice.all
    ? { all: true, except: toggled(choice.except, id) }
    : { all: false, ids: toggled(choice.ids, id) };

export const isChosen = (choice: Choice, id: string): boolean =>
  choice.all ? !choice.except.includes(id) : choice.ids.includes(id);

/** `matching`: how many items the current filter matches; without it "everything" is of unknown size. */
export function chosenCount(choice: Choice, matching: number | undefined): number | undefined {
  if (!choice.all) return choice.ids.length;
  return matching === undefined ? undefined : Math.max(0, matching - choice.except.length);
}

export function toSelection(choice: Choice, filter: ItemFilter): Selection {
  if (!choice.all) return { ids: [...choice.ids] };
  return choice.except.length > 0 ? { filter, except: [...choice.except] } : { filter };
}
