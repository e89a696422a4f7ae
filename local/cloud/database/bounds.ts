import { compareBytes, sameBytes } from './bytes';
import { after, encodeKey } from './keys';
import { isOperatorDoc } from './predicates';
import type { Doc, Value } from './values';
import { isDoc, RANK, rankOf } from './values';

/** Encoded values from `lo` up to, not including, `hi`. */
export type Range = readonly [lo: Buffer, hi: Buffer];

/** What a condition leaves of an index field: ordered ranges; `points` when each is a single value. */
export interface Bound {
  ranges: Range[];
  points: boolean;
}

/** All bounds a filter puts on a path; every one of them must hold. */
export type Bounds = Map<string, Bound[]>;

const NOTHING: Bound = { ranges: [], points: true };

function point(value: Value): Range {
  const key = encodeKey(value ?? null);
  return [key, after(key)];
}

/** An array may match by an item or as a whole, a regular expression by text: no single key stands for them. */
const hasPoint = (value: Value) => !Array.isArray(value) && !(value instanceof RegExp);

function points(values: Value[]): Bound | undefined {
  if (!values.every(hasPoint)) return undefined;
  const ranges = values.map(point).sort(([a], [b]) => compareBytes(a, b));
  return {
    ranges: ranges.filter(([lo], i) => i === 0 || !sameBytes(lo, (ranges[i - 1] as Range)[0])),
    points: true,
  };
}

function typeRange(rank: number): Range {
  // NaN lies below all numbers and belongs to no range.
  return [
    rank === RANK.number ? encodeKey(Number.NEGATIVE_INFINITY) : Buffer.from([rank]),
    Buffer.from([rank + 1]),
  ];
}

const isNaNValue = (value: Value) => typeof value === 'number' && Number.isNaN(value);

/** Values of other types never match, so the bound ends with the type. */
const hasTypeRange = (value: Value) =>
  hasPoint(value) && rankOf(value) !== RANK.minKey && rankOf(value) !== RANK.maxKey;

function comparison(operator: string, wanted: Value): Bound | undefined {
  const inclusive = operator.endsWith('e');
  if (wanted === null || isNaNValue(wanted)) return inclusive ? points([wanted]) : NOTHING;
  if (!hasTypeRange(wanted)) return undefined;
  const [lo, hi] = point(wanted);
  const [first, end] = typeRange(rankOf(wanted));
  const [below, above] = inclusive ? [hi, lo] : [lo, hi];
  const range: Range = operator.startsWith('$g') ? [above, end] : [first, below];
  return { ranges: compareBytes(range[0], range[1]) < 0 ? [range] : [], points: false };
}

/** A literal beginning (`/^abc/`) bounds strings. */
function regexPrefix(operand: Value, options: Value): Bound | undefined {
  const pattern = operand instanceof RegExp && operand.flags === '' ? operand.source : operand;
  if (typeof pattern !== 'string' || (options !== undefined && options !== '')) return undefined;
  const literal = /^\^([\w\s\u0080-\uffff-]+)(.?)/u.exec(pattern);
  if (!literal || pattern.includes('|')) return undefined;
  // A quantifier belongs to the character before it, which then need not be there.
  const isQuantified = '*?{+'.includes(literal[2] || ' ');
  const text = [...(literal[1] as string)].slice(0, isQuantified ? -1 : undefined).join('');
  if (text === '') return undefined;
  const lo = encodeKey(text).subarray(0, -2);
  // A stored regular expression equal to the asked one matches too.
  return { ranges: [[lo, after(lo)], point(new RegExp(pattern))], points: false };
}

const BOUNDS: Record<string, (operand: Value, siblings: Doc, operator: string) => Bound | undefined> = {
  $eq: operand => (operand instanceof RegExp ? regexPrefix(operand, undefined) : points([operand])),
  $in: operand => (Array.isArray(operand) ? points(operand) : undefined),
  $gt: (operand, _siblings, operator) => comparison(operator, operand),
  $gte: (operand, _siblings, operator) => comparison(operator, operand),
  $lt: (operand, _siblings, operator) => comparison(operator, operand),
  $lte: (operand, _siblings, operator) => comparison(operator, operand),
  $regex: (operand, siblings) => regexPrefix(operand, siblings['$options']),
  $exists: operand => (operand === false ? points([null]) : undefined),
};

const boundOf = (operator: string, operand: Value, siblings: Doc): Bound | undefined =>
  Object.hasOwn(BOUNDS, operator) ? BOUNDS[operator]?.(operand, siblings, operator) : undefined;

/** A number in a path is a position or a field name; which of them, the filter finds out. */
const hasPosition = (path: string) => /\.\d+(\.|$)/.test(path);

function add(bounds: Bounds, path: string, bound: Bound | undefined): void {
  if (!bound || hasPosition(path)) return;
  const list = bounds.get(path);
  if (list) list.push(bound);
  else bounds.set(path, [bound]);
}

/** Items of an array are looked at through its own path, fields of its items through theirs. */
function addElemMatch(bounds: Bounds, path: string, operand: Doc): void {
  const { $elemMatch: _, $all: __, ...rest } = operand;
  // An index keeps the items of an array, not the items of its items.
  if (isOperatorDoc(operand)) addOperators(bounds, path, rest);
  else for (const key of Object.keys(operand)) addCondition(bounds, `${path}.${key}`, operand[key]);
}

function addOperators(bounds: Bounds, path: string, condition: Doc): void {
  for (const operator of Object.keys(condition)) {
    const operand = condition[operator];
    if (operator === '$elemMatch' && isDoc(operand)) addElemMatch(bounds, path, operand);
    else if (operator === '$all' && Array.isArray(operand))
      operand.forEach(item => void (isOperatorDoc(item) || add(bounds, path, boundOf('$eq', item, {}))));
    else add(bounds, path, boundOf(operator, operand, condition));
  }
}

function addCondition(bounds: Bounds, path: string, condition: Value): void {
  if (isOperatorDoc(condition)) addOperators(bounds, path, condition);
  else add(bounds, path, boundOf('$eq', condition, {}));
}

/** Reads the bounds out of a filter; the filter itself is still tested on every candidate. */
export function boundsOf(filter: Doc, bounds: Bounds = new Map()): Bounds {
  for (const key of Object.keys(filter)) {
    const condition = filter[key];
    if (key === '$and' && Array.isArray(condition))
      condition.filter(isDoc).forEach(part => void boundsOf(part, bounds));
    else if (!key.startsWith('$')) addCondition(bounds, key, condition);
  }
  return bounds;
}

const larger = (a: Buffer, b: Buffer) => (compareBytes(a, b) > 0 ? a : b);
const smaller = (a: Buffer, b: Buffer) => (compareBytes(a, b) < 0 ? a : b);

function intersectRanges(a: Range[], b: Range[]): Range[] {
  return a
    .flatMap(([loA, hiA]) => b.map(([loB, hiB]): Range => [larger(loA, loB), smaller(hiA, hiB)]))
    .filter(([lo, hi]) => compareBytes(lo, hi) < 0);
}

/** Different items of an array may satisfy different conditions, so only one bound may be used there. */
export function combine(bounds: Bound[], multikey: boolean): Bound {
  const [first, ...rest] = bounds as [Bound, ...Bound[]];
  if (multikey) return bounds.find(bound => bound.points) ?? first;
  return rest.reduce(
    (left, right) => ({
      ranges: intersectRanges(left.ranges, right.ranges),
      points: left.points || right.points,
    }),
    first,
  );
}
