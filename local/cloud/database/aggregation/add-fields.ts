import { invalidParam } from '../database-error';
import type { Doc, Value } from '../values';
import { isDoc } from '../values';
import { evaluator, type Variables } from './expressions';

interface NewField {
  parts: string[];
  compute: (doc: Doc) => Value;
}

/** `{a: {b: x}}` is the same as `{'a.b': x}`, unless the object is an operator's. */
function fieldsOf(spec: Doc, variables: Variables, above: string[] = []): NewField[] {
  return Object.keys(spec).flatMap(name => {
    const value = spec[name];
    const parts = [...above, ...name.split('.')];
    if (parts.includes('') || name.startsWith('$')) throw invalidParam(`$addFields: field name '${name}'`);
    const inner = isDoc(value) ? Object.keys(value) : [];
    if (inner.length > 0 && !inner[0]?.startsWith('$')) return fieldsOf(value as Doc, variables, parts);
    return [{ parts, compute: evaluator('$addFields', value, variables) }];
  });
}

/** A copy with the value at the path, in every item where an array lies on the way. */
function added(target: Value, parts: readonly string[], value: Value): Value {
  const [name, ...rest] = parts;
  if (name === undefined) return value;
  if (Array.isArray(target)) return target.map(item => added(item, parts, value));
  const doc: Doc = isDoc(target) ? { ...target } : {};
  const child = added(doc[name], rest, value);
  if (child === undefined) delete doc[name];
  else doc[name] = child;
  return doc;
}

/** `$addFields` and `$set`: all values are taken from the document as it was. */
export function addFields(docs: Doc[], spec: Value, variables: Variables): Doc[] {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    throw invalidParam('$addFields needs an object of fields');
  const fields = fieldsOf(spec, variables);
  return docs.map(
    doc =>
      fields.reduce<Value>((result, { parts, compute }) => added(result, parts, compute(doc)), doc) as Doc,
  );
}
