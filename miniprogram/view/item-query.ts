import type {
  ItemFacets,
  ItemFilter,
  ItemKind,
  Mark,
  SilentDays,
  TargetType,
} from '../../typings/contract/items';
import { kinds, targetTypes } from '../copy/common';
import { chips, filterNames, marks } from '../copy/items';
import { grouped } from './numbers';

export interface Chip {
  id: string;
  text: string;
  on: boolean;
}

/** Chips of one sort under their name, as the filter sheet shows them. */
export interface ChipGroup {
  id: string;
  name: string;
  chips: Chip[];
}

const order = [
  'silent',
  'frequent',
  'unopened',
  'duplicate',
  'starred',
  'protected',
  'dead',
  'unknown',
] as const satisfies (keyof ItemFacets)[];
type Condition = (typeof order)[number];
type Flag = Exclude<Condition, 'silent' | 'unknown'>;

/** Conditions with a value of their own; a chip's id is `tag:新闻`. */
const valued = ['folder', 'tag', 'label', 'targetType', 'marked'] as const;
type Valued = (typeof valued)[number];
/** A value with how many items have it; without a number while nothing is counted. */
interface Found {
  value: string;
  count?: number;
}

/** Chips of each sort on the line above the list; the sheet has more of them. */
const LINE_MAX = 8;
const SHEET_MAX = 20;

const withCount = (text: string, count: number | undefined): string =>
  count === undefined ? text : `${text} ${grouped(count)}`;

const isOn = (filter: ItemFilter, id: Condition): boolean =>
  id === 'silent' || id === 'unknown' ? filter.silence === id : filter[id] === true;

/** Dead links and twins are rare: their chips wait for the counts. */
const isWorthwhile = (id: Condition, facets: ItemFacets | undefined): boolean =>
  facets === undefined ? id !== 'dead' && id !== 'duplicate' : facets[id] > 0;

const conditionText = (id: Condition, days: SilentDays): string =>
  id === 'silent' ? chips.silent(days) : chips[id];

const valueText = (key: Valued, value: string): string => {
  if (key === 'targetType') return targetTypes[value as TargetType] ?? value;
  return key === 'marked' ? (marks[value as Mark] ?? value) : value;
};

const countsOf = <T extends string>(counts: Partial<Record<T, number>>): Found[] =>
  (Object.entries(counts) as [T, number][])
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }));

/** Values there are, most used first. */
function valuesOf(key: Valued, facets: ItemFacets | undefined): Found[] {
  if (facets === undefined) return [];
  const found: Record<Valued, () => Found[]> = {
    folder: () => facets.folders.map(({ folder, count }) => ({ value: folder, count })),
    tag: () => facets.tags.map(({ tag, count }) => ({ value: tag, count })),
    label: () => facets.labels.map(({ label, count }) => ({ value: label, count })),
    targetType: () => countsOf(facets.types),
    marked: () => countsOf(facets.marks),
  };
  return found[key]();
}

/** The most used, and the one asked for, or nothing could take it back. */
function valueChips(key: Valued, filter: ItemFilter, facets: ItemFacets | undefined, max: number): Chip[] {
  const all = valuesOf(key, facets);
  const asked = filter[key];
  const shown = all.slice(0, max);
  const isShown = asked === undefined || shown.some(({ value }) => value === asked);
  const rest: Found = all.find(({ value }) => value === asked) ?? { value: asked ?? '' };
  return [...shown, ...(isShown ? [] : [rest])].map(({ value, count }) => ({
    id: `${key}:${value}`,
    text: withCount(valueText(key, value), count),
    on: asked === value,
  }));
}

const conditionChips = (filter: ItemFilter, facets: ItemFacets | undefined, days: SilentDays): Chip[] =>
  order
    .map(id => ({ id, text: withCount(conditionText(id, days), facets?.[id]), on: isOn(filter, id) }))
    .filter(({ id, on }) => on || isWorthwhile(id, facets));

/** What is being asked for, in the words of the chips. */
export function conditionNames(filter: ItemFilter, days: SilentDays): string[] {
  const values = valued.flatMap(key => {
    const value = filter[key];
    return value === undefined ? [] : [valueText(key, value)];
  });
  return [...order.filter(id => isOn(filter, id)).map(id => conditionText(id, days)), ...values];
}

/** One line of chips with their counts; none that would find nothing. Folders and tags come last. */
export function filterChips(filter: ItemFilter, facets: ItemFacets | undefined, days: SilentDays): Chip[] {
  const asked = (['label', 'targetType', 'marked'] as const).flatMap(key =>
    valueChips(key, filter, facets, Number.POSITIVE_INFINITY).filter(({ on }) => on),
  );
  return [
    ...conditionChips(filter, facets, days),
    ...asked,
    ...valueChips('folder', filter, facets, LINE_MAX),
    ...valueChips('tag', filter, facets, LINE_MAX),
  ];
}

/** All chips, sort by sort. */
export function filterGroups(
  filter: ItemFilter,
  facets: ItemFacets | undefined,
  days: SilentDays,
  kind: ItemKind,
): ChipGroup[] {
  const names: Record<Valued, string> = { ...filterNames, folder: kinds[kind].folder };
  const groups = valued.map(key => ({
    id: key,
    name: names[key],
    chips: valueChips(key, filter, facets, SHEET_MAX),
  }));
  return [
    { id: 'conditions', name: filterNames.conditions, chips: conditionChips(filter, facets, days) },
    ...groups,
  ].filter(group => group.chips.length > 0);
}

const without = (filter: ItemFilter, key: keyof ItemFilter): ItemFilter => {
  const { [key]: _gone, ...rest } = filter;
  return rest;
};

/** The filter after a tap on a chip: on turns off, another of the same sort replaces it. */
export function toggleChip(filter: ItemFilter, id: string, days: SilentDays): ItemFilter {
  const key = valued.find(name => id.startsWith(`${name}:`));
  if (key !== undefined) {
    const value = id.slice(key.length + 1);
    return filter[key] === value ? without(filter, key) : { ...filter, [key]: value };
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
