import { Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/**
 * A document in memory. Numbers are plain where the plain number says its own BSON type
 * (integers up to 32 bits are int, larger safe integers long, the rest double);
 * the exceptions, such as a double 5.0 or a long 5, keep their wrapper, so types survive every round trip.
 */
export type Value =
  | null
  | undefined
  | boolean
  | number
  | string
  | Date
  | RegExp
  | Long
  | Double
  | Decimal128
  | ObjectId
  | Binary
  | Timestamp
  | MinKey
  | MaxKey
  | Value[]
  | Doc;
export interface Doc {
  [field: string]: Value;
}
export type Numeric = number | Long | Double | Decimal128;

export const isDoc = (value: Value): value is Doc =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

export const isNumeric = (value: Value): value is Numeric =>
  typeof value === 'number' ||
  value instanceof Long ||
  value instanceof Double ||
  value instanceof Decimal128;

/** The number as a double plus what a 64-bit integer loses by that. */
export function splitNumber(value: Numeric): [double: number, rest: number] {
  if (typeof value === 'number') return [value, 0];
  if (value instanceof Double) return [value.value, 0];
  if (value instanceof Decimal128) return [Number(value.toString()), 0];
  const double = value.toNumber();
  return [double, value.subtract(Long.fromNumber(double)).toNumber()];
}

export const toNumber = (value: Numeric): number => splitNumber(value)[0];

/** MongoDB's order of types; values of one rank compare with each other, also int with double. */
export const RANK = {
  minKey: 0x01,
  undefined: 0x08,
  null: 0x10,
  number: 0x18,
  string: 0x20,
  object: 0x28,
  array: 0x30,
  binary: 0x38,
  objectId: 0x40,
  boolean: 0x48,
  date: 0x50,
  timestamp: 0x58,
  regex: 0x60,
  maxKey: 0x7f,
} as const;

export function rankOf(value: Value): number {
  switch (typeof value) {
    case 'string':
      return RANK.string;
    case 'number':
      return RANK.number;
    case 'boolean':
      return RANK.boolean;
    case 'undefined':
      return RANK.undefined;
    default:
      return value === null ? RANK.null : rankOfObject(value);
  }
}

const CLASS_RANKS: [abstract new (...args: never[]) => object, number][] = [
  [Date, RANK.date],
  [ObjectId, RANK.objectId],
  [Long, RANK.number],
  [Double, RANK.number],
  [RegExp, RANK.regex],
  [Decimal128, RANK.number],
  [Binary, RANK.binary],
  [MinKey, RANK.minKey],
  [MaxKey, RANK.maxKey],
];

function rankOfObject(value: object): number {
  if (Array.isArray(value)) return RANK.array;
  if (Object.getPrototypeOf(value) === Object.prototype) return RANK.object;
  // A Timestamp is a Long by inheritance, so it comes first.
  if (value instanceof Timestamp) return RANK.timestamp;
  for (const [type, rank] of CLASS_RANKS) if (value instanceof type) return rank;
  return RANK.object;
}
