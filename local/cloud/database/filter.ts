import { evaluator, type Variables } from './aggregation/expressions';
import { invalidParam, unsupported } from './database-error';
import { someAt } from './paths';
import { plainView } from './plain';
import type { ValueTest } from './predicates';
import * as predicates from './predicates';
import type { Doc, Value } from './values';
import { isDoc } from './values';

export type Matcher = (doc: Doc) => boolean;

/** Left out on purpose (docs/decisions/0010): they answer with an error that names them. */
const LEFT_OUT = new Set([
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$geoNear',
  '$text',
  '$where',
  '$jsonSchema',
  '$search',
]);

const everything: Matcher = () => true;

function refuse(operator: string): never {
  throw unsupported(LEFT_OUT.has(operator) ? operator : `query operator ${operator}`);
}

function filtersOf(operator: string, operand: Value, variables: Variables): Matcher[] {
  const list = predicates.listOf(operator, operand);
  if (list.length === 0) throw invalidParam(`${operator} must be a nonempty array`);
  return list.map(item => {
    if (!isDoc(item)) throw invalidParam(`${operator} entries need to be full objects`);
    return compileFilter(item, variables);
  });
}

/** `$expr`: anything but false, null, 0 and missing counts as true. */
function exprMatcher(operand: Value, variables: Variables): Matcher {
  const evaluate = evaluator('$expr', operand, variables);
  return doc => {
    const value = evaluate(plainView(doc));
    return value !== false && value !== null && value !== undefined && value !== 0;
  };
}

function logical(operator: string, operand: Value, variables: Variables): Matcher {
  switch (operator) {
    case '$and': {
      const all = filtersOf(operator, operand, variables);
      return doc => all.every(matches => matches(doc));
    }
    case '$or': {
      const any = filtersOf(operator, operand, variables);
      return doc => any.some(matches => matches(doc));
    }
    case '$nor': {
      const none = filtersOf(operator, operand, variables);
      return doc => !none.some(matches => matches(doc));
    }
    case '$expr':
      return exprMatcher(operand, variables);
    case '$comment':
      return everything;
    default:
      return refuse(operator);
  }
}

/** Reads values at a path; `whole` skips the item-by-item look into an array at its end. */
type PathMatcher = (value: Value, parts: readonly string[]) => boolean;
/** Stands for "this value itself": an array inside an array is not entered. */
const ITEM: readonly string[] = [];
const each =
  (test: ValueTest): PathMatcher =>
  (value, parts) =>
    parts === ITEM ? test(value) : someAt(value, parts, test);
const whole =
  (test: ValueTest): PathMatcher =>
  (value, parts) =>
    parts === ITEM ? test(value) : someAt(value, parts, test, false);
const not =
  (matcher: PathMatcher): PathMatcher =>
  (value, parts) =>
    !matcher(value, parts);

function elemMatch(operand: Value): PathMatcher {
  if (!isDoc(operand)) throw invalidParam('$elemMatch needs an Object');
  const test = itemTest(operand);
  return whole(value => Array.isArray(value) && value.some(test));
}

/** What `$elemMatch`, `$pull` and array filters ask of one array item. */
export function itemTest(operand: Doc): ValueTest {
  const first = Object.keys(operand)[0];
  if (first?.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)) {
    const matchers = operators(operand);
    return value => matchers.every(matches => matches(value, ITEM));
  }
  const matches = compileFilter(operand);
  return value =>
    isDoc(value) ? matches(value) : Array.isArray(value) && matches(Object.fromEntries(value.entries()));
}

function allOf(operand: Value): PathMatcher {
  const list = predicates.listOf('$all', operand);
  if (list.length === 0) return () => false;
  const matchers = list.map(item =>
    isDoc(item) && '$elemMatch' in item
      ? elemMatch(item['$elemMatch'])
      : each(item instanceof RegExp ? predicates.regexTest(item) : predicates.equalTo(item)),
  );
  return (value, parts) => matchers.every(matches => matches(value, parts));
}

function notOf(operand: Value): PathMatcher {
  if (operand instanceof RegExp) return not(each(predicates.regexTest(operand)));
  if (!predicates.isOperatorDoc(operand)) throw invalidParam('$not needs a regex or a document');
  const matchers = operators(operand);
  return (value, parts) => !matchers.every(matches => matches(value, parts));
}

type Compile = (operand: Value, siblings: Doc, operator: string) => PathMatcher;
const order: Compile = (operand, _siblings, operator) => each(predicates.orderTest(operator, operand));
const bits: Compile = (operand, _siblings, operator) => each(predicates.bitsTest(operator, operand));
const COMPILERS: Record<string, Compile> = {
  $eq: operand =>
    each(operand instanceof RegExp ? predicates.regexTest(operand) : predicates.equalTo(operand)),
  $ne: operand => not(each(predicates.equalTo(operand))),
  $gt: order,
  $gte: order,
  $lt: order,
  $lte: order,
  $in: operand => each(predicates.inTest(operand)),
  $nin: operand => not(each(predicates.inTest(operand))),
  $exists: operand => {
    const present = whole(value => value !== undefined);
    return operand === false || operand === 0 || operand === null ? not(present) : present;
  },
  $type: operand => each(predicates.typeTest(operand)),
  $mod: operand => each(predicates.modTest(operand)),
  $regex: (operand, siblings) =>
    each(predicates.regexTest(predicates.regexOperand(operand, siblings['$options']))),
  $options: (_operand, siblings) => {
    if (siblings['$regex'] === undefined) throw invalidParam('$options needs a $regex');
    return () => true;
  },
  $size: operand => whole(predicates.sizeTest(operand)),
  $all: operand => allOf(operand),
  $elemMatch: operand => elemMatch(operand),
  $not: operand => notOf(operand),
  $bitsAllSet: bits,
  $bitsAnySet: bits,
  $bitsAllClear: bits,
  $bitsAnyClear: bits,
};

function operators(operand: Doc): PathMatcher[] {
  return Object.keys(operand).map(operator => {
    const compile = Object.hasOwn(COMPILERS, operator) ? COMPILERS[operator] : undefined;
    return compile ? compile(operand[operator], operand, operator) : refuse(operator);
  });
}

function fieldMatcher(path: string, condition: Value): Matcher {
  const parts = path.split('.');
  if (predicates.isOperatorDoc(condition)) {
    const matchers = operators(condition);
    return doc => matchers.every(matches => matches(doc, parts));
  }
  const matches = each(
    condition instanceof RegExp ? predicates.regexTest(condition) : predicates.equalTo(condition),
  );
  return doc => matches(doc, parts);
}

/** Compiles a MongoDB filter with MongoDB's semantics for arrays, null, types and field order. */
export function compileFilter(filter: Doc, variables: Variables = {}): Matcher {
  const matchers = Object.keys(filter).map(key =>
    key.startsWith('$') ? logical(key, filter[key], variables) : fieldMatcher(key, filter[key]),
  );
  if (matchers.length === 0) return everything;
  if (matchers.length === 1) return matchers[0] as Matcher;
  return doc => matchers.every(matches => matches(doc));
}
