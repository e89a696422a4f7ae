import { Timestamp } from 'bson';
import { compareValues, sameValue } from '../compare';
import { invalidParam, unsupported, writeFailed } from '../database-error';
import { stringifyEjson } from '../ejson';
import type { Doc, Numeric, Value } from '../values';
import { isDoc, isNumeric } from '../values';
import { bitwise, calculate, zeroLike } from './arithmetic';
import { addToSet, pop, pull, pullAll, push } from './array-operators';
import type { PathContext } from './update-paths';
import { exactPaths, setAt, unsetAt, valueAt } from './update-paths';

export interface UpdateContext extends PathContext {
  /** Server time in ms, for `$currentDate`. */
  now: number;
  inserting: boolean;
}

type Operator = (doc: Doc, path: string[], operand: Value, context: UpdateContext) => void;

function numberOperand(operator: string, path: string[], operand: Value): Numeric {
  if (!isNumeric(operand))
    throw writeFailed(
      `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path.join('.')}: ${stringifyEjson(operand)}}`,
    );
  return operand;
}

const arithmetic =
  (operator: '$inc' | '$mul'): Operator =>
  (doc, path, operand) => {
    const amount = numberOperand(operator, path, operand);
    const old = valueAt(doc, path);
    if (old === undefined) return setAt(doc, path, operator === '$inc' ? amount : zeroLike(amount));
    if (!isNumeric(old))
      throw writeFailed(
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${stringifyEjson(doc['_id'])}} has the field '${path.join('.')}' of non-numeric type ${old === null ? 'null' : typeof old}`,
      );
    return setAt(doc, path, calculate(operator, old, amount));
  };

const extreme =
  (wins: (order: number) => boolean): Operator =>
  (doc, path, operand) => {
    const old = valueAt(doc, path);
    if (old === undefined || wins(compareValues(operand, old))) setAt(doc, path, operand);
  };

const set: Operator = (doc, path, operand) => setAt(doc, path, operand);

function rename(doc: Doc, path: string[], operand: Value): void {
  if (typeof operand !== 'string' || operand.split('.').includes(''))
    throw invalidParam('The to field for $rename must be a string without empty parts');
  const value = valueAt(doc, path);
  if (value === undefined) return;
  unsetAt(doc, path);
  setAt(doc, operand.split('.'), value);
}

function bit(doc: Doc, path: string[], operand: Value): void {
  if (!isDoc(operand)) throw invalidParam('$bit needs an object such as {and: 5}');
  for (const operation of Object.keys(operand)) {
    const result = bitwise(operation, valueAt(doc, path) ?? 0, operand[operation]);
    if (result === undefined)
      throw writeFailed(`Cannot apply $bit ${operation} to field '${path.join('.')}': integers only`);
    setAt(doc, path, result);
  }
}

function currentDate(doc: Doc, path: string[], operand: Value, { now }: UpdateContext): void {
  const type = isDoc(operand) ? operand['$type'] : operand === true || operand === false ? 'date' : undefined;
  if (type !== 'date' && type !== 'timestamp')
    throw invalidParam("$currentDate needs true or {$type: 'date'|'timestamp'}");
  setAt(doc, path, type === 'date' ? new Date(now) : new Timestamp({ t: Math.floor(now / 1_000), i: 1 }));
}

type ArrayOperator = (path: string, old: Value, operand: Value) => Value;
const growing =
  (operator: ArrayOperator): Operator =>
  (doc, path, operand) =>
    setAt(doc, path, operator(path.join('.'), valueAt(doc, path), operand));
/** Taking out of a field that is not there changes nothing and creates nothing. */
const shrinking =
  (operator: ArrayOperator): Operator =>
  (doc, path, operand) => {
    const old = valueAt(doc, path);
    if (old !== undefined) setAt(doc, path, operator(path.join('.'), old, operand));
  };

const OPERATORS: Record<string, Operator> = {
  $set: set,
  $setOnInsert: (doc, path, operand, context) => {
    if (context.inserting) set(doc, path, operand, context);
  },
  $unset: unsetAt,
  $inc: arithmetic('$inc'),
  $mul: arithmetic('$mul'),
  $min: extreme(order => order < 0),
  $max: extreme(order => order > 0),
  $rename: rename,
  $bit: bit,
  $currentDate: currentDate,
  $push: growing(push),
  $addToSet: growing(addToSet),
  $pull: shrinking(pull),
  $pullAll: shrinking(pullAll),
  $pop: shrinking(pop),
};

interface Step {
  operator: Operator;
  path: string;
  operand: Value;
}

function checkConflicts(paths: string[]): void {
  const known = new Set<string>();
  const conflict = (path: string, at: string) =>
    writeFailed(`Updating the path '${path}' would create a conflict at '${at}'`);
  for (const path of paths) {
    if (known.has(path)) throw conflict(path, path);
    known.add(path);
  }
  for (const path of paths)
    for (let end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1))
      if (known.has(path.slice(0, end))) throw conflict(path, path.slice(0, end));
}

function stepsOf(name: string, operand: Value): Step[] {
  const operator = name.startsWith('$') ? OPERATORS[name] : undefined;
  if (!operator)
    throw unsupported(
      name.startsWith('$')
        ? `update operator ${name}`
        : `replacing fields ('${name}') in an update of operators`,
    );
  if (!isDoc(operand))
    throw invalidParam(`Modifiers operate on fields but we found another type for ${name}`);
  const paths = Object.keys(operand);
  if (paths.length === 0)
    throw writeFailed(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`);
  return paths.map(path => {
    if (path === '' || path.split('.').includes(''))
      throw writeFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
    return { operator, path, operand: operand[path] };
  });
}

/** Checks an operator document once; the result changes documents in place. */
export function compileUpdate(update: Doc): (doc: Doc, context: UpdateContext) => void {
  const names = Object.keys(update);
  if (names.length === 0) throw invalidParam('update document must have at least one element');
  const steps = names.flatMap(name => stepsOf(name, update[name]));
  const targets = isDoc(update['$rename'])
    ? Object.values(update['$rename']).filter(target => typeof target === 'string')
    : [];
  checkConflicts([...steps.map(step => step.path), ...targets]);
  return (doc, context) => {
    const id = doc['_id'];
    for (const { operator, path, operand } of steps)
      for (const exact of exactPaths(doc, path, context)) operator(doc, exact, operand, context);
    if (!context.inserting && !sameValue(doc['_id'], id))
      throw writeFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
  };
}
