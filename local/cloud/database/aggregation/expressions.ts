import { Aggregator } from 'mingo/aggregator';
import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import type { Options } from 'mingo/types';
import { DatabaseError, requestFailed, unsupported } from '../database-error';
import { plainCopy, toPlain } from '../plain';
import type { Doc, Value } from '../values';
import { isDoc } from '../values';
import { compileExpression, unlessCompiled } from './compiled';
import { ACCUMULATORS, EXPRESSIONS } from './operators';

/** Values of `let`, readable as `$$name`; `NOW` is the server's time, a Date. */
export type Variables = Record<string, unknown>;

// The first context wins where both have an operator.
const CONTEXT = Context.from(
  Context.init({ expression: EXPRESSIONS as never, accumulator: ACCUMULATORS }),
  Context.init({ accumulator, expression, pipeline, projection, query, window } as never),
);

const OPTIONS: Options = {
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: CONTEXT,
};

/** The server's clock in place of the machine's. */
function withNow(spec: Value, now: Value): Value {
  if (spec === '$$NOW') return now;
  if (Array.isArray(spec)) return spec.map(item => withNow(item, now));
  if (!isDoc(spec) || '$literal' in spec) return spec;
  return Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, withNow(value, now)]));
}

/** A stage's or expression's text with plain numbers and the server's time. */
export const prepared = (spec: Value, { NOW }: Variables): Value =>
  toPlain(NOW instanceof Date ? withNow(spec, NOW) : spec);

/** What mingo throws, in the words of a refusal. */
function refusalOf(name: string, error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { message } = error as Error;
  const unknown = /(?:accumulator '|pipeline operator )(\$\w+)/.exec(message);
  if (unknown?.[1] === name) return unsupported(`aggregation stage ${name}`);
  return unknown ? unsupported(`aggregation operator ${unknown[1]}`) : requestFailed(`${name}: ${message}`);
}

/** Compiles an expression; documents and results hold plain numbers, and documents stay as they are. */
export function evaluator(name: string, spec: Value, variables: Variables): (doc: Doc) => Value {
  const plain = prepared(spec, variables);
  const options = { ...OPTIONS, variables };
  const byMingo = (doc: Doc) => {
    try {
      return evalExpr(plainCopy(doc), plain, options) as Value;
    } catch (error) {
      throw refusalOf(name, error);
    }
  };
  const compute = compileExpression(plain);
  return compute
    ? doc =>
        unlessCompiled(
          () => compute(doc),
          () => byMingo(doc),
        )
    : byMingo;
}

/** Runs one stage in mingo, on plain documents that it may change. */
export function runStage(
  name: string,
  spec: Value,
  docs: Doc[],
  variables: Variables,
  collectionResolver: (name: string) => Doc[],
): Doc[] {
  try {
    const stage = { [name]: prepared(spec, variables) };
    return new Aggregator([stage], { ...OPTIONS, variables, collectionResolver }).run(docs) as Doc[];
  } catch (error) {
    throw refusalOf(name, error);
  }
}

const path = (text: Value): string | undefined =>
  typeof text === 'string' && /^\$[^$]/.test(text) ? text.slice(1) : undefined;

/** A value an index can be asked for: a variable's or a literal one. */
function scalarOf(spec: Value, variables: Variables): Value {
  const name = typeof spec === 'string' && spec.startsWith('$$') ? spec.slice(2) : undefined;
  const value = name === undefined ? spec : (variables[name] as Value);
  const isOperand = (typeof value === 'object' && !(value instanceof Date)) || path(value) !== undefined;
  return isOperand ? undefined : value;
}

function equalityOf(spec: Value, variables: Variables): Doc[] {
  if (!Array.isArray(spec) || spec.length !== 2) return [];
  return [spec, [...spec].reverse()].flatMap(([field, other]) => {
    const [name, value] = [path(field), scalarOf(other, variables)];
    return name === undefined || value === undefined ? [] : [{ [name]: { $eq: value } }];
  });
}

function equalitiesOf(spec: Value, variables: Variables): Doc[] {
  if (!isDoc(spec)) return [];
  const all = spec['$and'];
  const inner = Array.isArray(all) ? all.flatMap(part => equalitiesOf(part, variables)) : [];
  return [...inner, ...equalityOf(spec['$eq'], variables)];
}

/** The filter plus what its `$expr` says of single fields, for the choice of an index. */
export function withImplied(filter: Doc, variables: Variables): Doc {
  const parts = Array.isArray(filter['$and']) ? filter['$and'].filter(isDoc) : [];
  const implied = [filter, ...parts].flatMap(part => equalitiesOf(part['$expr'], variables));
  return implied.length === 0 ? filter : { $and: [filter, ...implied] };
}
