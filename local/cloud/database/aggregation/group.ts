import type { Doc, Value } from '../values';
import { isDoc } from '../values';
import { type Compute, compileExpression, NotCompiled } from './compiled';

/** What a group has gathered so far, and with one more value; `undefined` = nothing yet. */
type Fold = (sofar: Value, value: Value) => Value;

const isAbsent = (value: Value): value is null | undefined => value === null || value === undefined;

/** Numbers only; what else can be compared is left to mingo. */
const smallest =
  (isBetter: (a: number, b: number) => boolean): Fold =>
  (sofar, value) => {
    if (isAbsent(value)) return sofar;
    if (typeof value !== 'number' || Number.isNaN(value)) throw new NotCompiled();
    return isAbsent(sofar) || isBetter(value, sofar as number) ? value : sofar;
  };

const FOLDS: Record<string, { fold: Fold; start: Value }> = {
  $sum: {
    fold: (sofar, value) => (typeof value === 'number' ? (sofar as number) + value : sofar),
    start: 0,
  },
  $min: { fold: smallest((a, b) => a < b), start: null },
  $max: { fold: smallest((a, b) => a >= b), start: null },
};

interface Field {
  name: string;
  compute: Compute;
  fold: Fold;
  start: Value;
}

function fieldOf(name: string, spec: Value): Field | undefined {
  const [operator, ...more] = isDoc(spec) ? Object.keys(spec) : [];
  if (operator === undefined || more.length > 0 || !Object.hasOwn(FOLDS, operator)) return undefined;
  const operand = (spec as Doc)[operator];
  // mingo takes null for the whole document, and multiplies a constant instead of adding it up.
  const isFraction = typeof operand === 'number' && !Number.isSafeInteger(operand);
  const compute = isAbsent(operand) || isFraction ? undefined : compileExpression(operand);
  const accumulator = FOLDS[operator];
  return compute && accumulator && { name, compute, ...accumulator };
}

/** Equal values have equal names, different ones different names; fields count in their order. */
function nameOfKey(value: Value): string {
  switch (typeof value) {
    case 'string':
      return `${value.length}:${value}`;
    case 'number':
      return `n${value};`;
    case 'boolean':
      return value ? 't' : 'f';
    case 'undefined':
      return 'u';
    default:
      return value === null ? '0' : nameOfObject(value);
  }
}

function nameOfObject(value: object): string {
  if (!isDoc(value as Value)) throw new NotCompiled();
  let name = '{';
  for (const key in value) name += `${key.length}:${key}${nameOfKey((value as Doc)[key])}`;
  return `${name}}`;
}

function grouped(docs: readonly Doc[], keyOf: Compute, fields: readonly Field[]): Doc[] {
  const groups = new Map<string, Doc>();
  const groupOf = (key: Value): Doc => {
    const name = nameOfKey(key);
    const known = groups.get(name);
    if (known) return known;
    const group: Doc = { _id: key };
    for (const field of fields) group[field.name] = field.start;
    groups.set(name, group);
    return group;
  };
  for (const doc of docs) {
    const group = groupOf(keyOf(doc) ?? null);
    for (const { name, fold, compute } of fields) group[name] = fold(group[name], compute(doc));
  }
  return [...groups.values()];
}

/** `$group` of the commonest shape, in one pass; undefined when it is of another one. */
export function compileGroup(spec: Value): ((docs: readonly Doc[]) => Doc[]) | undefined {
  if (!isDoc(spec) || !('_id' in spec)) return undefined;
  const { _id, ...rest } = spec;
  const keyOf = compileExpression(_id);
  const fields = Object.keys(rest).map(name => fieldOf(name, rest[name]));
  if (!keyOf || !fields.every(field => field !== undefined)) return undefined;
  return docs => grouped(docs, keyOf, fields);
}
