import type { Binary, ObjectId, Timestamp } from 'bson';
import type { Doc, Numeric, Value } from './values';
import { RANK, rankOf, splitNumber } from './values';

const sign = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** NaN is the smallest number in MongoDB's order. */
function compareDoubles(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) ? 1 : sign(a, b);
}

function compareNumbers(a: Numeric, b: Numeric): number {
  if (typeof a === 'number' && typeof b === 'number') return compareDoubles(a, b);
  const [left, leftRest] = splitNumber(a);
  const [right, rightRest] = splitNumber(b);
  return compareDoubles(left, right) || sign(leftRest, rightRest);
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;

/** By code point, as MongoDB compares UTF-8 bytes; `<` on strings would put emoji before full-width signs. */
export function compareStrings(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return sign(a.length, b.length);
}

function compareArrays(a: Value[], b: Value[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return sign(a.length, b.length);
}

/** Field by field in stored order: type, then name, then value. */
function compareDocs(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const [l, r] = [left[i] as string, right[i] as string];
    const order = sign(rankOf(a[l]), rankOf(b[r])) || compareStrings(l, r) || compareValues(a[l], b[r]);
    if (order !== 0) return order;
  }
  return sign(left.length, right.length);
}

function compareBinaries(a: Binary, b: Binary): number {
  return sign(a.length(), b.length()) || sign(a.sub_type, b.sub_type) || Buffer.compare(a.value(), b.value());
}

function compareRegexes(a: RegExp, b: RegExp): number {
  return compareStrings(a.source, b.source) || compareStrings(a.flags, b.flags);
}

type Comparer = (a: never, b: never) => number;
const COMPARERS: Record<number, Comparer> = {
  [RANK.number]: (a: Numeric, b: Numeric) => compareNumbers(a, b),
  [RANK.string]: (a: string, b: string) => compareStrings(a, b),
  [RANK.object]: (a: Doc, b: Doc) => compareDocs(a, b),
  [RANK.array]: (a: Value[], b: Value[]) => compareArrays(a, b),
  [RANK.binary]: (a: Binary, b: Binary) => compareBinaries(a, b),
  [RANK.objectId]: (a: ObjectId, b: ObjectId) => compareStrings(a.toHexString(), b.toHexString()),
  [RANK.boolean]: (a: boolean, b: boolean) => sign(Number(a), Number(b)),
  [RANK.date]: (a: Date, b: Date) => sign(a.getTime(), b.getTime()),
  [RANK.timestamp]: (a: Timestamp, b: Timestamp) => a.comp(b),
  [RANK.regex]: (a: RegExp, b: RegExp) => compareRegexes(a, b),
};

/** MongoDB's total order over all values. */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  const rank = rankOf(a);
  const other = rankOf(b);
  if (rank !== other) return sign(rank, other);
  return COMPARERS[rank]?.(a as never, b as never) ?? 0;
}

export const sameValue = (a: Value, b: Value): boolean => compareValues(a, b) === 0;
