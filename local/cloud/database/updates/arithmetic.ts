import { Decimal128, Double, Long } from 'bson';
import { writeFailed } from '../database-error';
import { doubleOf } from '../ejson';
import type { Numeric, Value } from '../values';
import { toNumber } from '../values';

const INT64_MAX = 2n ** 63n - 1n;
const INT64_MIN = -(2n ** 63n);

type Kind = 'int' | 'long' | 'double' | 'decimal';

function kindOf(value: Numeric): Kind {
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Double) return 'double';
  if (value instanceof Long) return 'long';
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'double';
  return value === (value | 0) ? 'int' : 'long';
}

const bigOf = (value: Numeric): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(toNumber(value));

/** A 64-bit result; `long` keeps the type when the value alone would read as int. */
function integerOf(value: bigint, kind: Kind): Value {
  if (value > INT64_MAX || value < INT64_MIN)
    throw writeFailed('Failed to apply $inc or $mul: the result overflows a 64-bit integer');
  const plain = Number(value);
  if (!Number.isSafeInteger(plain)) return Long.fromBigInt(value);
  return kind === 'long' && plain === (plain | 0) ? Long.fromNumber(plain) : plain;
}

/** Adds or multiplies with MongoDB's result types: int → long → double → decimal. */
export function calculate(operator: '$inc' | '$mul', left: Numeric, right: Numeric): Value {
  const kinds = [kindOf(left), kindOf(right)];
  const [a, b] = [toNumber(left), toNumber(right)];
  const double = operator === '$inc' ? a + b : a * b;
  if (kinds.includes('decimal')) return Decimal128.fromString(String(double));
  if (kinds.includes('double')) return doubleOf(double);
  const [x, y] = [bigOf(left), bigOf(right)];
  return integerOf(operator === '$inc' ? x + y : x * y, kinds.includes('long') ? 'long' : 'int');
}

/** The zero a missing field multiplies to, of the operand's type. */
export const zeroLike = (value: Numeric): Value => calculate('$mul', value, 0);

/** `$bit` on integers only, 32 or 64 bits wide. */
export function bitwise(operation: string, left: Value, right: Value): Value | undefined {
  if (!isInteger(left) || !isInteger(right)) return undefined;
  const [a, b] = [bigOf(left), bigOf(right)];
  const result = new Map([
    ['and', a & b],
    ['or', a | b],
    ['xor', a ^ b],
  ]).get(operation);
  if (result === undefined) return undefined;
  const kind = kindOf(left) === 'long' || kindOf(right) === 'long' ? 'long' : 'int';
  return integerOf(BigInt.asIntN(64, result), kind);
}

function isInteger(value: Value): value is number | Long {
  return value instanceof Long || (typeof value === 'number' && kindOf(value) !== 'double');
}
