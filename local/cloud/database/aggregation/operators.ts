import { ObjectId } from 'bson';
import { evalExpr } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as library from 'mingo/operators/expression';
import type { Options } from 'mingo/types';
import { compareValues } from '../compare';
import { requestFailed } from '../database-error';
import type { Value } from '../values';

type Operator = (doc: unknown, operand: unknown, options: Options) => unknown;

const LIBRARY = library as unknown as Record<string, Operator>;

function operandsOf(name: string, count: number): Operator {
  return (doc, operand, options) => {
    if (!Array.isArray(operand) || operand.length !== count)
      throw requestFailed(`Expression ${name} takes exactly ${count} arguments`);
    return evalExpr(doc, operand, options);
  };
}

/** mingo compares within a type only; MongoDB's expressions order all values, what is missing before null. */
function comparison(name: string, answer: (order: number) => unknown): [string, Operator] {
  const operands = operandsOf(name, 2);
  const compare: Operator = (doc, operand, options) => {
    const [left, right] = operands(doc, operand, options) as [Value, Value];
    return answer(compareValues(left, right));
  };
  return [name, compare];
}

/** Operators of one argument also take it as a list of one. */
const ONE_ARGUMENT = [
  ...[
    '$abs',
    '$ceil',
    '$exp',
    '$floor',
    '$ln',
    '$log10',
    '$sqrt',
    '$size',
    '$reverseArray',
    '$objectToArray',
  ],
  ...['$strLenBytes', '$strLenCP', '$toInt', '$toLong', '$toDouble', '$toBool', '$toDate'],
  ...['$year', '$month', '$dayOfMonth', '$dayOfWeek', '$dayOfYear', '$hour', '$minute', '$second'],
  ...['$millisecond', '$isoWeek', '$isoWeekYear', '$isoDayOfWeek'],
];

/** Operators of any number of arguments also take one alone. */
const ANY_ARGUMENTS = ['$add', '$multiply', '$and', '$or', '$concat', '$trunc', '$round'];

const only = (operand: unknown) => (Array.isArray(operand) && operand.length === 1 ? operand[0] : operand);

const adapted = (name: string, adapt: (operand: unknown) => unknown): [string, Operator] => [
  name,
  (doc, operand, options) => LIBRARY[name]?.(doc, adapt(operand), options),
];

/** A missing text is an empty one. */
const changedCase = (change: (text: string) => string): Operator => {
  return (doc, operand, options) => change(String(evalExpr(doc, only(operand), options) ?? ''));
};

/** By bytes; a negative length takes the rest. */
function substring(doc: unknown, operand: unknown, options: Options): string {
  const [text, start, length] = operandsOf('$substr', 3)(doc, operand, options) as [unknown, number, number];
  if (start < 0) return '';
  const bytes = Buffer.from(String(text ?? ''));
  return bytes.subarray(start, length < 0 ? bytes.length : start + length).toString();
}

/** The position of a text in another, in code points; -1 when it is not there. */
function indexOfCodePoints(doc: unknown, operand: unknown, options: Options): number | null {
  const [text, part, start = 0, end] = evalExpr(doc, operand, options) as [
    unknown,
    unknown,
    number?,
    number?,
  ];
  if (typeof text !== 'string' || typeof part !== 'string') return null;
  const points = [...text].slice(start, end);
  const at = points.join('').indexOf(part);
  return at < 0 ? -1 : start + [...points.join('').slice(0, at)].length;
}

/** Weeks begin on Sunday; the days before the first one are week 0. */
function week(doc: unknown, operand: unknown, options: Options): unknown {
  const days = { $subtract: [{ $dayOfYear: operand }, { $dayOfWeek: operand }] };
  return evalExpr(doc, { $floor: { $divide: [{ $add: [days, 7] }, 7] } }, options);
}

/** mingo knows nothing of the ids that bson makes. */
const forIds =
  (name: string, answer: (id: ObjectId) => unknown): Operator =>
  (doc, operand, options) => {
    const value = evalExpr(doc, only(operand), options);
    return value instanceof ObjectId ? answer(value) : LIBRARY[name]?.(doc, only(operand), options);
  };

const FOLDS = accumulators as unknown as Record<string, Operator>;

/** An accumulator outside `$group`: over the items of a list, or over one value alone. */
const folded = (name: string): [string, Operator] => [
  name,
  (doc, operand, options) => {
    // `$group` hands over its documents as a list.
    if (Array.isArray(doc)) return FOLDS[name]?.(doc, operand, options);
    const value = evalExpr(doc, operand, options);
    return FOLDS[name]?.(Array.isArray(value) ? value : [value], null, options);
  },
];

/** Where mingo's expressions differ from MongoDB's. */
export const EXPRESSIONS: Record<string, Operator> = Object.fromEntries([
  comparison('$eq', order => order === 0),
  comparison('$ne', order => order !== 0),
  comparison('$gt', order => order > 0),
  comparison('$gte', order => order >= 0),
  comparison('$lt', order => order < 0),
  comparison('$lte', order => order <= 0),
  comparison('$cmp', order => Math.sign(order)),
  ...ONE_ARGUMENT.map(name => adapted(name, only)),
  ...ANY_ARGUMENTS.map(name => adapted(name, operand => (Array.isArray(operand) ? operand : [operand]))),
  ...['$sum', '$avg', '$min', '$max'].map(folded),
  ['$toUpper', changedCase(text => text.toUpperCase())],
  ['$toLower', changedCase(text => text.toLowerCase())],
  ['$substr', substring],
  ['$substrBytes', substring],
  ['$indexOfCP', indexOfCodePoints],
  ['$week', week],
  ['$toString', forIds('$toString', id => id.toHexString())],
  ['$type', forIds('$type', () => 'objectId')],
]);

type Accumulator = typeof accumulators.$push;

/** A missing value is not pushed, where mingo pushes null. */
const push: Accumulator = (docs, operand, options) => {
  const wrapped = accumulators.$push(docs as never, { value: operand } as never, options) as {
    value?: unknown;
  }[];
  return wrapped.flatMap(({ value }) => (value === undefined ? [] : [value])) as never;
};

export const ACCUMULATORS = { $push: push };
