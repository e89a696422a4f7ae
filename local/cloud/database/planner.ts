import type { Bound, Bounds, Range } from './bounds';
import { boundsOf, combine } from './bounds';
import { joinBytes } from './bytes';
import type { Collection, Index } from './catalog';
import { after, invert } from './keys';
import type { SortKey } from './sorting';
import type { Doc } from './values';

/** Index key ranges in index order, to be walked forwards or backwards. */
export interface IndexPlan {
  index: Index;
  ranges: Range[];
  reverse: boolean;
  /** The walk yields documents in the asked order, so it may stop at the limit. */
  sorted: boolean;
  /** One document may come up more than once. */
  repeats: boolean;
}

/** More ranges than this (`$in` times `$in`) are not multiplied out. */
const RANGES_MAX = 2_000;

interface Walk {
  prefixes: Buffer[];
  tails: Range[] | undefined;
  equalities: number;
  /** Fields, from the first, that hold one single value throughout. */
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

function walkOf(index: Index, bounds: Bounds): Walk {
  const walk: Walk = { prefixes: [index.prefix], tails: undefined, equalities: 0, constant: [] };
  const roots = new Set<string>();
  for (const [at, field] of index.fields.entries()) {
    const bound = boundFor(index, at, bounds, roots);
    if (!bound || bound.ranges.length * walk.prefixes.length > RANGES_MAX) break;
    if (!bound.points) {
      walk.tails = field.ascending ? bound.ranges : bound.ranges.map(flip).reverse();
      break;
    }
    const keys = bound.ranges.map(([lo]) => (field.ascending ? lo : invert(lo)));
    if (!field.ascending) keys.reverse();
    walk.prefixes = walk.prefixes.flatMap(prefix => keys.map(key => joinBytes([prefix, key])));
    walk.constant.push(keys.length <= 1);
    walk.equalities++;
  }
  return walk;
}

const rangesOf = ({ prefixes, tails }: Walk): Range[] =>
  prefixes.flatMap(prefix =>
    tails
      ? tails.map(([lo, hi]): Range => [joinBytes([prefix, lo]), joinBytes([prefix, hi])])
      : [[prefix, after(prefix)] as Range],
  );

/** 1 or -1: the direction in which the index yields the order; 0 when it does not. */
function sortDirection(index: Index, walk: Walk, sort: readonly SortKey[]): number {
  const constants = new Set(index.fields.filter((_, i) => walk.constant[i]).map(field => field.path));
  const wanted = sort.filter(key => !constants.has(key.path));
  let direction = 0;
  let next = 0;
  for (const [i, field] of index.fields.entries()) {
    const key = wanted[next];
    if (!key) break;
    if (walk.constant[i]) continue;
    if (field.multikey || field.path !== key.path) return 0;
    const way = field.ascending === key.ascending ? 1 : -1;
    if (direction !== 0 && direction !== way) return 0;
    direction = way;
    next++;
  }
  return next < wanted.length ? 0 : direction || 1;
}

function score(index: Index, walk: Walk, sorted: boolean): number {
  const whole = index.unique && walk.equalities === index.fields.length;
  return (whole ? 1_000 : 0) + walk.equalities * 10 + (walk.tails ? 5 : 0) + (sorted ? 6 : 0);
}

/** The best index for a filter and an order, or undefined: then the whole collection is scanned. */
export function planQuery(
  collection: Collection,
  filter: Doc,
  sort: readonly SortKey[],
): IndexPlan | undefined {
  const bounds = boundsOf(filter);
  let best: { plan: IndexPlan; score: number } | undefined;
  for (const index of collection.indexes) {
    const walk = walkOf(index, bounds);
    const direction = sort.length === 0 ? 0 : sortDirection(index, walk, sort);
    if (walk.equalities === 0 && !walk.tails && direction === 0) continue;
    const points = score(index, walk, direction !== 0);
    if (best && best.score >= points) continue;
    const ranges = rangesOf(walk);
    const repeats = index.fields.some(field => field.multikey);
    best = {
      score: points,
      plan: { index, ranges, repeats, reverse: direction < 0, sorted: direction !== 0 || sort.length === 0 },
    };
  }
  return best?.plan;
}
