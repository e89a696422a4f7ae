import { Binary } from 'bson';
import { compareValues, sameValue } from './compare';
import { invalidParam, unsupported } from './database-error';
import { regexOf } from './ejson';
import type { Doc, Value } from './values';
import { isDoc, isNumeric, RANK, rankOf, toNumber } from './values';

/** Tests one value; where an array is entered item by item is paths.ts's business. */
export type ValueTest = (value: Value) => boolean;

export function equalTo(wanted: Value): ValueTest {
  if (wanted === null || wanted === undefined) return value => value === null || value === undefined;
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return value => value === wanted;
  return value => sameValue(value, wanted);
}

/** Comparisons stay within a type: `{$gt: 5}` finds numbers only, `{$gte: null}` null and missing. */
export function orderTest(operator: string, wanted: Value): ValueTest {
  const inclusive = operator.endsWith('e');
  if (wanted === null || wanted === undefined) return inclusive ? equalTo(null) : () => false;
  const rank = rankOf(wanted);
  const keyBound = rank === RANK.minKey || rank === RANK.maxKey;
  if (typeof wanted === 'number' && Number.isNaN(wanted)) return inclusive ? equalTo(wanted) : () => false;
  const less = operator.startsWith('$l');
  return value => {
    if (value === undefined || (!keyBound && rankOf(value) !== rank)) return false;
    if (typeof value === 'number' && Number.isNaN(value)) return false;
    const order = compareValues(value, wanted);
    return order === 0 ? inclusive : less === order < 0;
  };
}

export function listOf(operator: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw invalidParam(`${operator} needs an array`);
  return operand;
}

export function inTest(operand: Value): ValueTest {
  const items = listOf('$in', operand);
  if (items.some(isOperatorDoc)) throw invalidParam('cannot nest $ under $in');
  const plain = new Set(items.filter(item => typeof item === 'string'));
  const tests = items
    .filter(item => typeof item !== 'string')
    .map(item => (item instanceof RegExp ? regexTest(item) : equalTo(item)));
  return value => (typeof value === 'string' && plain.has(value)) || tests.some(test => test(value));
}

export function regexTest(pattern: RegExp): ValueTest {
  return value =>
    typeof value === 'string' ? pattern.test(value) : value instanceof RegExp && sameValue(value, pattern);
}

export function regexOperand(operand: Value, options: Value): RegExp {
  if (options !== undefined && (typeof options !== 'string' || /[^imsxu]/.test(options)))
    throw invalidParam(`invalid flag in regex options: ${String(options)}`);
  if (operand instanceof RegExp)
    return typeof options === 'string' && options !== '' ? regexOf(operand.source, options) : operand;
  if (typeof operand !== 'string') throw invalidParam('$regex has to be a string');
  return regexOf(operand, typeof options === 'string' ? options : '');
}

export function modTest(operand: Value): ValueTest {
  const parts = listOf('$mod', operand);
  if (parts.length !== 2 || !parts.every(isNumeric))
    throw invalidParam('malformed $mod: two numbers are needed');
  const [divisor, remainder] = parts.map(part => Math.trunc(toNumber(part as number))) as [number, number];
  if (divisor === 0) throw invalidParam('divisor cannot be 0');
  return value => isNumeric(value) && Math.trunc(toNumber(value)) % divisor === remainder;
}

export function sizeTest(operand: Value): ValueTest {
  const size = isNumeric(operand) ? toNumber(operand) : Number.NaN;
  if (!Number.isInteger(size) || size < 0) throw invalidParam('$size must be a whole number');
  return value => Array.isArray(value) && value.length === size;
}

const isInt = (value: Value) =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  !Object.is(value, -0) &&
  Math.abs(value) <= 0x80000000 &&
  value !== 0x80000000;
const isLong = (value: Value) =>
  typeof value === 'number'
    ? Number.isSafeInteger(value) && !isInt(value) && !Object.is(value, -0)
    : isNumeric(value) && value._bsontype === 'Long';
const isDecimal = (value: Value) =>
  isNumeric(value) && typeof value !== 'number' && value._bsontype === 'Decimal128';

/** `$type` by name and by number. */
const TYPES: [names: (string | number)[], test: ValueTest][] = [
  [['double', 1], value => isNumeric(value) && !isInt(value) && !isLong(value) && !isDecimal(value)],
  [['string', 2], value => typeof value === 'string'],
  [['object', 3], value => isDoc(value)],
  [['array', 4], value => Array.isArray(value)],
  [['binData', 5], value => value instanceof Binary],
  [['objectId', 7], value => rankOf(value) === RANK.objectId],
  [['bool', 8], value => typeof value === 'boolean'],
  [['date', 9], value => value instanceof Date],
  [['null', 10], value => value === null],
  [['regex', 11], value => value instanceof RegExp],
  [['int', 16], isInt],
  [['timestamp', 17], value => rankOf(value) === RANK.timestamp],
  [['long', 18], isLong],
  [['decimal', 19], isDecimal],
  [['number'], isNumeric],
  [['minKey', -1], value => rankOf(value) === RANK.minKey],
  [['maxKey', 127], value => rankOf(value) === RANK.maxKey],
];

export function typeTest(operand: Value): ValueTest {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(wanted => {
    const name = isNumeric(wanted) ? toNumber(wanted) : wanted;
    const known = TYPES.find(([names]) => names.includes(name as string));
    if (!known) throw invalidParam(`Unknown type name alias: ${String(name)}`);
    return known[1];
  });
  return value => tests.some(test => test(value));
}

function bitOf(operator: string, position: Value): bigint {
  const bit = isNumeric(position) ? toNumber(position) : Number.NaN;
  if (!Number.isInteger(bit) || bit < 0 || bit > 63)
    throw invalidParam(`${operator} takes bit positions from 0 to 63`);
  return 1n << BigInt(bit);
}

function bitsOf(operator: string, operand: Value): bigint {
  if (Array.isArray(operand)) return operand.reduce<bigint>((mask, bit) => mask | bitOf(operator, bit), 0n);
  if (operand instanceof Binary) throw unsupported(`${operator} with binary data`);
  if (!isNumeric(operand) || !Number.isInteger(toNumber(operand)))
    throw invalidParam(`${operator} takes a whole number or bit positions`);
  return BigInt(toNumber(operand));
}

export function bitsTest(operator: string, operand: Value): ValueTest {
  const mask = bitsOf(operator, operand);
  const accepts: Record<string, (hit: bigint) => boolean> = {
    $bitsAllSet: hit => hit === mask,
    $bitsAnySet: hit => hit !== 0n,
    $bitsAllClear: hit => hit === 0n,
    $bitsAnyClear: hit => hit !== mask,
  };
  const accept = accepts[operator] ?? (() => false);
  return value =>
    isNumeric(value) && Number.isInteger(toNumber(value)) && accept(BigInt(toNumber(value)) & mask);
}

export const isOperatorDoc = (value: Value): value is Doc => {
  if (!isDoc(value)) return false;
  for (const key in value) return key.startsWith('$');
  return false;
};
