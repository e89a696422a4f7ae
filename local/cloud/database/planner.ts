import type { Bound, Bounds, Range } from './bounds';
import { boundsOf, combine } from './bounds';
import { joinBytes } from './bytes';
import type { Collection, Index } from './catalog';
import { after, invert } from './keys';
import type { SortKey } from './sorting';
import type { Doc } from './values';
import { isDoc } from './values';

/** Ranges of one index in its order, to be read forwards or backwards. */
export interface IndexWalk {
  index: Index;
  ranges: Range[];
  reverse: boolean;
  /**
   * Set when the order holds within each range only: the ranges are then read side by side,
   * compared by the bytes after their own `prefix`.
   */
  prefixes: Buffer[] | undefined;
}

export interface Plan {
  walks: IndexWalk[];
  /** The walk yields documents in the asked order, so it may stop at the limit. */
  sorted: boolean;
  /** One document may come up more than once. */
  repeats: boolean;
}

/** More ranges than this (`$in` times `$in`) are not multiplied out. */
const RANGES_MAX = 2_000;
/** More ranges than this are not read side by side. */
const MERGE_MAX = 200;

interface Prefix {
  prefixes: Buffer[];
  tails: Range[] | undefined;
  equalities: number;
  /** By field: whether it holds one single value throughout. */
  constant: boolean[];
}

const flip = ([lo, hi]: Range): Range => [after(invert(hi)), after(invert(lo))];

function boundFor(index: Index, at: number, bounds: Bounds, roots: Set<string>): Bound | undefined {
  const field = index.fields[at];
  const list = field && bounds.get(field.path);
  if (!field || !list) return undefined;
  // Bounds on two fields of one array could come from different items of it.
  const root = field.parts[0] as string;
  if (field.multikey && roots.has(root)) return undefined;
  if (field.multikey) roots.add(root);
  return combine(list, field.multikey);
}

function extend(prefix: Prefix, bound: Bound, ascending: boolean): Prefix {
  if (!bound.points) return { ...prefix, tails: ascending ? bound.ranges : bound.ranges.map(flip).reverse() };
  const keys = bound.ranges.map(([lo]) => (ascending ? lo : invert(lo)));
  if (!ascending) keys.reverse();
  return {
    prefixes: prefix.prefixes.flatMap(start => keys.map(key => joinBytes([start, key]))),
    tails: undefined,
    equalities: prefix.equalities + 1,
    constant: [...prefix.constant, keys.length <= 1],
  };
}

/** Equalities from the first field on, then at most one range. */
function prefixOf(index: Index, bounds: Bounds): Prefix {
  let prefix: Prefix = { prefixes: [index.prefix], tails: undefined, equalities: 0, constant: [] };
  const roots = new Set<string>();
  for (const [at, field] of index.fields.entries()) {
    const bound = boundFor(index, at, bounds, roots);
    if (!bound || (at > 0 && bound.ranges.length * prefix.prefixes.length > RANGES_MAX)) break;
    prefix = extend(prefix, bound, field.ascending);
    if (prefix.tails) break;
  }
  return prefix;
}

function rangesOf({ prefixes, tails }: Prefix): Range[] {
  if (!tails) return prefixes.map((prefix): Range => [prefix, after(prefix)]);
  return prefixes.flatMap(prefix =>
    tails.map(([lo, hi]): Range => [joinBytes([prefix, lo]), joinBytes([prefix, hi])]),
  );
}

/** 1 or -1: the direction in which the index yields the order; 0 when it does not. */
function sortDirection(index: Index, constant: boolean[], sort: readonly SortKey[]): number {
  // An array that holds the wanted value still sorts by its smallest or largest item.
  const fixed = new Set(
    index.fields.filter((field, i) => constant[i] && !field.multikey).map(field => field.path),
  );
  const wanted = sort.filter(key => !fixed.has(key.path));
  const fields = index.fields.filter((_, i) => !constant[i]).slice(0, wanted.length);
  const ways = wanted.map((key, i) => {
    const field = fields[i];
    if (!field || field.multikey || field.path !== key.path) return 0;
    return field.ascending === key.ascending ? 1 : -1;
  });
  return ways.every(way => way === ways[0]) ? (ways[0] ?? 1) : 0;
}

interface Candidate {
  plan: Plan;
  score: number;
}

/** A whole unique key beats everything, then more equalities, then a given order, then a range. */
function scoreOf(index: Index, prefix: Prefix, sorted: boolean): number {
  const whole = index.unique && prefix.equalities === index.fields.length;
  return (whole ? 1_000 : 0) + prefix.equalities * 10 + (prefix.tails ? 5 : 0) + (sorted ? 6 : 0);
}

/** How the index yields the order: as it is, by reading its ranges side by side, or not (direction 0). */
function orderOf(
  index: Index,
  prefix: Prefix,
  sort: readonly SortKey[],
): { direction: number; merged: boolean } {
  const direction = sortDirection(index, prefix.constant, sort);
  if (direction !== 0 || prefix.tails || prefix.prefixes.length > MERGE_MAX)
    return { direction, merged: false };
  const points = prefix.constant.map(() => true);
  return { direction: sortDirection(index, points, sort), merged: true };
}

function candidateFor(index: Index, bounds: Bounds, sort: readonly SortKey[]): Candidate | undefined {
  const prefix = prefixOf(index, bounds);
  const { direction, merged } = orderOf(index, prefix, sort);
  const ordering = sort.length > 0 && direction !== 0;
  if (prefix.equalities === 0 && !prefix.tails && !ordering) return undefined;
  const prefixes = merged && direction !== 0 ? prefix.prefixes : undefined;
  const walk: IndexWalk = { index, ranges: rangesOf(prefix), reverse: direction < 0, prefixes };
  const plan = {
    walks: [walk],
    sorted: direction !== 0,
    repeats: index.fields.some(field => field.multikey),
  };
  return { plan, score: scoreOf(index, prefix, ordering) };
}

function bestIndex(collection: Collection, filter: Doc, sort: readonly SortKey[]): Plan | undefined {
  const bounds = boundsOf(filter);
  let best: Candidate | undefined;
  for (const index of collection.indexes) {
    const candidate = candidateFor(index, bounds, sort);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  return best?.plan;
}

/** `$or`: when every branch has an index, all of them are read, each document once. */
function branches(collection: Collection, filter: Doc, sort: readonly SortKey[]): Plan | undefined {
  const list = filter['$or'];
  if (!Array.isArray(list)) return undefined;
  const plans = list.filter(isDoc).map(branch => bestIndex(collection, branch, []));
  if (!plans.every(plan => plan !== undefined)) return undefined;
  return { walks: plans.flatMap(plan => plan.walks), sorted: sort.length === 0, repeats: true };
}

/** The best way through the indexes for a filter and an order, or undefined: the collection is scanned. */
export function planQuery(collection: Collection, filter: Doc, sort: readonly SortKey[]): Plan | undefined {
  return bestIndex(collection, filter, sort) ?? branches(collection, filter, sort);
}
