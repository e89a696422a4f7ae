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

function comparison(operator: string, wanted: Value): Bound | undefined {
  const inclusive = operator.endsWith('e');
  if (wanted === null || Number.isNaN(wanted as number)) return inclusive ? points([wanted]) : NOTHING;
  const rank = rankOf(wanted);
  if (!hasPoint(wanted) || rank === RANK.minKey || rank === RANK.maxKey) return undefined;
  const [lo, hi] = point(wanted);
  const [first, end] = typeRange(rank);
  const range: Range = operator.startsWith('$g') ? [inclusive ? lo : hi, end] : [first, inclusive ? hi : lo];
  return { ranges: compareBytes(range[0], range[1]) < 0 ? [range] : [], points: false };
}

/** A literal beginning (`/^abc/`) bounds strings. */
function regexPrefix(operand: Value, options: Value): Bound | undefined {
  const source = operand instanceof RegExp ? operand.source : operand;
  const flags = operand instanceof RegExp ? operand.flags : '';
  if (typeof source !== 'string' || flags !== '' || (typeof options === 'string' && options !== ''))
    return undefined;
  const literal = /^\^([\w\s\u0080-\uffff-]+)(.?)/u.exec(source);
  if (!literal || source.includes('|')) return undefined;
  // A quantifier belongs to the character before it, which then need not be there.
  const text = [...(literal[1] as string)]
    .slice(0, '*?{+'.includes(literal[2] || ' ') ? -1 : undefined)
    .join('');
  if (text === '') return undefined;
  const lo = encodeKey(text).subarray(0, -2);
  return { ranges: [[lo, after(lo)]], points: false };
}

function boundOf(operator: string, operand: Value, siblings: Doc): Bound | undefined {
  switch (operator) {
    case '$eq':
      return operand instanceof RegExp ? regexPrefix(operand, '') : points([operand]);
    case '$in':
      return Array.isArray(operand) ? points(operand) : undefined;
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparison(operator, operand);
    case '$regex':
      return regexPrefix(operand, siblings['$options']);
    case '$exists':
      return operand === false ? points([null]) : undefined;
    default:
      return undefined;
  }
}

function add(bounds: Bounds, path: string, bound: Bound | undefined): void {
  if (!bound) return;
  const list = bounds.get(path);
  if (list) list.push(bound);
  else bounds.set(path, [bound]);
}

function addOperators(bounds: Bounds, path: string, condition: Doc): void {
  for (const operator of Object.keys(condition)) {
    const operand = condition[operator];
    if (operator === '$elemMatch' && isDoc(operand)) {
      if (isOperatorDoc(operand)) addOperators(bounds, path, operand);
      else for (const key of Object.keys(operand)) addCondition(bounds, `${path}.${key}`, operand[key]);
    } else if (operator === '$all' && Array.isArray(operand)) {
      for (const item of operand) if (!isOperatorDoc(item)) add(bounds, path, boundOf('$eq', item, {}));
    } else add(bounds, path, boundOf(operator, operand, condition));
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
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDoc(part)) boundsOf(part, bounds);
    } else if (!key.startsWith('$')) addCondition(bounds, key, condition);
  }
  return bounds;
}

function intersectRanges(a: Range[], b: Range[]): Range[] {
  const out: Range[] = [];
  for (const [loA, hiA] of a)
    for (const [loB, hiB] of b) {
      const lo = compareBytes(loA, loB) > 0 ? loA : loB;
      const hi = compareBytes(hiA, hiB) < 0 ? hiA : hiB;
      if (compareBytes(lo, hi) < 0) out.push([lo, hi]);
    }
  return out;
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
