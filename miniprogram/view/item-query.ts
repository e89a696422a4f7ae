import type { ItemFacets, ItemFilter, ItemKind, SilentDays } from '../../typings/contract/items';
import { chips } from '../copy/items';
import { grouped } from './numbers';

export interface Chip {
  id: string;
  text: string;
  on: boolean;
}

const order = [
  'silent',
  'frequent',
  'unopened',
  'starred',
  'protected',
  'dead',
  'unknown',
] as const satisfies (keyof ItemFacets)[];
type Condition = (typeof order)[number];
type Flag = Exclude<Condition, 'silent' | 'unknown'>;
const TAG = 'tag:';

const withCount = (text: string, count: number | undefined): string =>
  count === undefined ? text : `${text} ${grouped(count)}`;

const isOn = (filter: ItemFilter, id: Condition): boolean =>
  id === 'silent' || id === 'unknown' ? filter.silence === id : filter[id] === true;

/** Dead links are rare: their chip waits for the counts. */
const isWorthwhile = (id: Condition, facets: ItemFacets | undefined): boolean =>
  facets === undefined ? id !== 'dead' : facets[id] > 0;

/** What is being asked for, in the words of the chips. */
export function conditionNames(filter: ItemFilter, days: SilentDays): string[] {
  const on = order
    .filter(id => isOn(filter, id))
    .map(id => (id === 'silent' ? chips.silent(days) : chips[id]));
  return filter.tag === undefined ? on : [...on, filter.tag];
}

/** Tags that are offered: the most used, and the one asked for, or nothing could take it back. */
function tagsShown({ tag }: ItemFilter, facets: ItemFacets | undefined): { tag: string; count?: number }[] {
  const all = facets?.tags ?? [];
  const shown = all.slice(0, 8);
  if (tag === undefined || shown.some(other => other.tag === tag)) return shown;
  return [...shown, all.find(other => other.tag === tag) ?? { tag }];
}

/** Filter chips with their counts; none that would find nothing. Tags come last (the first 8). */
export function filterChips(filter: ItemFilter, facets: ItemFacets | undefined, days: SilentDays): Chip[] {
  const conditions = order
    .map(id => ({
      id,
      text: withCount(id === 'silent' ? chips.silent(days) : chips[id], facets?.[id]),
      on: isOn(filter, id),
    }))
    .filter(({ id, on }) => on || isWorthwhile(id, facets));
  const tagged = tagsShown(filter, facets).map(({ tag, count }) => ({
    id: TAG + tag,
    text: withCount(tag, count),
    on: filter.tag === tag,
  }));
  return [...conditions, ...tagged];
}

const without = (filter: ItemFilter, key: keyof ItemFilter): ItemFilter => {
  const { [key]: _gone, ...rest } = filter;
  return rest;
};

/** The filter after a tap on a chip: on turns off, another of the same sort replaces it. */
export function toggleChip(filter: ItemFilter, id: string, days: SilentDays): ItemFilter {
  if (id.startsWith(TAG)) {
    const tag = id.slice(TAG.length);
    return filter.tag === tag ? without(filter, 'tag') : { ...filter, tag };
  }
  if (id === 'silent' || id === 'unknown') {
    if (filter.silence === id) return without(without(filter, 'silence'), 'silentDays');
    return { ...filter, silence: id, silentDays: days };
  }
  const flag = id as Flag;
  return filter[flag] === true ? without(filter, flag) : { ...filter, [flag]: true };
}

/** The filter after typing; at most 60 characters are sent. */
export function withQuery(filter: ItemFilter, query: string): ItemFilter {
  const trimmed = query.trim().slice(0, 60);
  return trimmed === '' ? without(filter, 'query') : { ...filter, query: trimmed };
}

/** What a list is asked for by its address: `filter` as JSON, or `query` words to search for. */
export function questionFrom(given: Record<string, string | undefined>): {
  kind: ItemKind;
  filter: ItemFilter;
} {
  const { kind, filter, query } = given;
  const known = filterFrom(filter);
  return {
    kind: kind === 'like' || kind === 'favorite' ? kind : 'follow',
    filter: withQuery(known, query ?? known.query ?? ''),
  };
}

/** A filter handed over in a page address; anything unreadable counts as none. */
export function filterFrom(text: string | undefined): ItemFilter {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as ItemFilter) : {};
  } catch {
    return {};
  }
}
