import { compareValues } from '../compare';
import { fieldOf } from '../paths';
import type { Doc, Value } from '../values';
import { isDoc } from '../values';

/** Reads a plain document without changing it. */
export type Compute = (doc: Doc) => Value;

/** One field; paths through objects and arrays are left to mingo. */
const fieldName = (spec: string): string | undefined => /^\$([^$.][^.]*)$/.exec(spec)?.[1];

function pathOrText(spec: string): Compute | undefined {
  if (!spec.startsWith('$')) return () => spec;
  const name = fieldName(spec);
  return name === undefined || name === '__proto__' ? undefined : doc => fieldOf(doc, name);
}

function all<T>(items: (T | undefined)[]): T[] | undefined {
  return items.every(item => item !== undefined) ? (items as T[]) : undefined;
}

const operands = (spec: Value, count?: number): Compute[] | undefined =>
  Array.isArray(spec) && (count === undefined || spec.length === count)
    ? all(spec.map(compileExpression))
    : undefined;

/** Anything but false, null, 0, NaN and missing. */
const isTrue = (value: Value): boolean => Boolean(value) || value === '';

const comparison =
  (answer: (order: number) => boolean) =>
  (spec: Value): Compute | undefined => {
    const [left, right] = operands(spec, 2) ?? [];
    return left && right && (doc => answer(compareValues(left(doc), right(doc))));
  };

function conditional(spec: Value): Compute | undefined {
  const parts =
    isDoc(spec) && Object.keys(spec).length === 3 ? [spec['if'], spec['then'], spec['else']] : spec;
  const [test, then, otherwise] = operands(parts, 3) ?? [];
  return test && then && otherwise && (doc => (isTrue(test(doc)) ? then(doc) : otherwise(doc)));
}

/** Texts only: other values compare in more than one way. */
function textIn(spec: Value): Compute | undefined {
  const [text, list] = Array.isArray(spec) && spec.length === 2 ? spec : [];
  const name = typeof list === 'string' ? fieldName(list) : undefined;
  if (typeof text !== 'string' || text.startsWith('$') || name === undefined) return undefined;
  return doc => {
    const items = fieldOf(doc, name);
    if (!Array.isArray(items)) throw new NotCompiled();
    return items.includes(text);
  };
}

/** A value came up that only mingo knows how to treat. */
export class NotCompiled extends Error {}

/** What the closures answer; where they cannot, what mingo answers. */
export function unlessCompiled<T>(compiled: () => T, byMingo: () => T): T {
  try {
    return compiled();
  } catch (error) {
    if (error instanceof NotCompiled) return byMingo();
    throw error;
  }
}

const OPERATORS: Record<string, (spec: Value) => Compute | undefined> = {
  $eq: comparison(order => order === 0),
  $ne: comparison(order => order !== 0),
  $gt: comparison(order => order > 0),
  $gte: comparison(order => order >= 0),
  $lt: comparison(order => order < 0),
  $lte: comparison(order => order <= 0),
  $and: spec => {
    const parts = operands(spec);
    return parts && (doc => parts.every(part => isTrue(part(doc))));
  },
  $or: spec => {
    const parts = operands(spec);
    return parts && (doc => parts.some(part => isTrue(part(doc))));
  },
  $cond: conditional,
  $in: textIn,
  $ifNull: spec => {
    const [first, second] = operands(spec, 2) ?? [];
    return first && second && (doc => first(doc) ?? second(doc));
  },
};

function object(spec: Doc): Compute | undefined {
  const names = Object.keys(spec);
  const [first] = names;
  if (first?.startsWith('$')) {
    const compile = names.length === 1 && Object.hasOwn(OPERATORS, first) ? OPERATORS[first] : undefined;
    return compile?.(spec[first]);
  }
  const parts = all(names.map(name => compileExpression(spec[name])));
  if (!parts) return undefined;
  return doc => {
    const out: Doc = {};
    for (let i = 0; i < names.length; i++) out[names[i] as string] = parts[i]?.(doc);
    return out;
  };
}

/** A closure for the commonest expressions, undefined for all others: mingo evaluates those, ten times slower. */
export function compileExpression(spec: Value): Compute | undefined {
  if (typeof spec === 'string') return pathOrText(spec);
  if (typeof spec !== 'object' || spec === null || spec instanceof Date) return () => spec;
  return isDoc(spec) ? object(spec) : undefined;
}
