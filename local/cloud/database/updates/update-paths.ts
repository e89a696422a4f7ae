import { writeFailed } from '../database-error';
import { checkName } from '../documents';
import { stringifyEjson } from '../ejson';
import { itemTest } from '../filter';
import { fieldOf } from '../paths';
import type { Doc, Value } from '../values';
import { isDoc } from '../values';
import { matchedItem } from './array-operators';

/** MongoDB's limit on how far an index may lie behind the end of an array. */
const PADDING_MAX = 1_500_000;

const isIndex = (part: string) => /^\d+$/.test(part);

/** Reads one exact path: numbers are array positions, arrays are not entered otherwise. */
export function valueAt(doc: Doc, path: readonly string[]): Value {
  return path.reduce<Value>(childAt, doc);
}

function childAt(value: Value, part: string): Value {
  if (Array.isArray(value)) return isIndex(part) ? value[Number(part)] : undefined;
  return isDoc(value) ? fieldOf(value, part) : undefined;
}

function childOf(parent: Doc | Value[], part: string, at: string): Value {
  if (isDoc(parent)) {
    checkName(part);
    return fieldOf(parent, part);
  }
  if (!isIndex(part))
    throw writeFailed(`Cannot create field '${part}' in element {${at}: ${stringifyEjson(parent)}}`);
  return parent[Number(part)];
}

function assign(parent: Doc | Value[], part: string, value: Value): void {
  if (isDoc(parent)) {
    parent[part] = value;
    return;
  }
  const position = Number(part);
  if (position > parent.length + PADDING_MAX)
    throw writeFailed(`can't backfill more than ${PADDING_MAX} elements`);
  while (parent.length < position) parent.push(null);
  parent[position] = value;
}

/** Sets a value, creating the objects on the way. */
export function setAt(doc: Doc, path: readonly string[], value: Value): void {
  let parent: Doc | Value[] = doc;
  for (let i = 0; i < path.length - 1; i++) {
    const part = path[i] as string;
    let child = childOf(parent, part, path[i - 1] ?? '');
    if (child === undefined) {
      child = {};
      assign(parent, part, child);
    }
    if (!isDoc(child) && !Array.isArray(child))
      throw writeFailed(
        `Cannot create field '${path[i + 1]}' in element {${part}: ${stringifyEjson(child)}}`,
      );
    parent = child;
  }
  const last = path[path.length - 1] as string;
  childOf(parent, last, path[path.length - 2] ?? '');
  assign(parent, last, value);
}

/** Removes a field; an array item becomes null, so that the others keep their places. */
export function unsetAt(doc: Doc, path: readonly string[]): void {
  const parent = valueAt(doc, path.slice(0, -1));
  const last = path[path.length - 1] as string;
  if (Array.isArray(parent)) {
    if (isIndex(last) && Number(last) < parent.length) parent[Number(last)] = null;
  } else if (isDoc(parent)) delete parent[last];
}

/** What `$`, `$[]` and `$[name]` in a path refer to. */
export interface PathContext {
  filter: Doc;
  arrayFilters: Doc[];
}

function filterNamed(name: string, { arrayFilters }: PathContext): (item: Value) => boolean {
  for (const filter of arrayFilters) {
    const own = Object.keys(filter).filter(key => key === name || key.startsWith(`${name}.`));
    if (own.length === 0) continue;
    const tests = own.map(key => {
      const condition = filter[key];
      if (key !== name) return itemTest({ [key.slice(name.length + 1)]: condition });
      return itemTest(isDoc(condition) ? condition : { $eq: condition });
    });
    return item => tests.every(test => test(item));
  }
  throw writeFailed(`No array filter found for identifier '${name}'`);
}

function positionsOf(part: string, list: Value, path: string, context: PathContext): number[] {
  if (!Array.isArray(list))
    throw writeFailed(`The path '${path}' must exist in the document in order to apply array updates.`);
  if (part === '$') {
    const at = matchedItem(list, path, context.filter);
    if (at < 0) throw writeFailed('The positional operator did not find the match needed from the query.');
    return [at];
  }
  const test = part === '$[]' ? () => true : filterNamed(part.slice(2, -1), context);
  return list.flatMap((item, i) => (test(item) ? [i] : []));
}

/** The exact paths a path with positional parts stands for in this document. */
export function exactPaths(doc: Doc, path: string, context: PathContext): string[][] {
  const parts = path.split('.');
  if (!path.includes('$')) return [parts];
  let paths: string[][] = [[]];
  for (const part of parts) {
    if (!part.startsWith('$')) paths = paths.map(done => [...done, part]);
    else
      paths = paths.flatMap(done => {
        const named = done.filter(name => !isIndex(name)).join('.');
        return positionsOf(part, valueAt(doc, done), named, context).map(i => [...done, String(i)]);
      });
  }
  return paths;
}
