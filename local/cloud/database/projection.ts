import { invalidParam, unsupported } from './database-error';
import { itemTest } from './filter';
import { matchedItem } from './updates/array-operators';
import type { Doc, Value } from './values';
import { isDoc, isNumeric, toNumber } from './values';

type Change = (value: Value) => Value;

interface Node {
  children: Map<string, Node>;
  /** Set at the end of a path: keep, drop, or change the value. */
  change?: Change;
}

interface Part {
  path: string;
  change: Change;
  /** Whether this part alone makes the projection keep only what is named. */
  inclusive: boolean | undefined;
}

const keep: Change = value => value;
const drop: Change = () => undefined;

function slice(operand: Value): Change {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map(n =>
    isNumeric(n) ? toNumber(n) : Number.NaN,
  );
  if (numbers.length > 2 || !numbers.every(Number.isInteger))
    throw invalidParam('$slice only supports numbers and [skip, limit] arrays');
  const [first, limit] = numbers as [number, number?];
  return value => {
    if (!Array.isArray(value)) return value;
    if (limit === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
    const start = first < 0 ? Math.max(0, value.length + first) : first;
    return value.slice(start, start + limit);
  };
}

/** A list of the first item that passes, or nothing at all. */
const firstItem =
  (at: (list: Value[]) => number): Change =>
  value => {
    const position = Array.isArray(value) ? at(value) : -1;
    return position < 0 ? undefined : [(value as Value[])[position]];
  };

function operatorPart(path: string, spec: Doc): Part {
  const [name = ''] = Object.keys(spec);
  const operand = spec[name];
  if (name === '$slice') return { path, change: slice(operand), inclusive: undefined };
  if (name !== '$elemMatch' || !isDoc(operand)) throw unsupported(`projection operator ${name}`);
  const test = itemTest(operand);
  return { path, change: firstItem(list => list.findIndex(test)), inclusive: true };
}

function partOf(path: string, value: Value, filter: Doc): Part {
  if (isDoc(value)) return operatorPart(path, value);
  if (!isNumeric(value) && typeof value !== 'boolean')
    throw invalidParam(`projection of ${path} must be 0 or 1`);
  const wanted = typeof value === 'boolean' ? value : toNumber(value) !== 0;
  if (path.endsWith('.$')) {
    const array = path.slice(0, -2);
    return { path: array, change: firstItem(list => matchedItem(list, array, filter)), inclusive: true };
  }
  return { path, change: wanted ? keep : drop, inclusive: path === '_id' ? undefined : wanted };
}

function insert(root: Node, { path, change }: Part): void {
  let node = root;
  for (const part of path.split('.')) {
    if (node.change) throw invalidParam(`Path collision at ${path}`);
    const next: Node = node.children.get(part) ?? { children: new Map() };
    node.children.set(part, next);
    node = next;
  }
  if (node.children.size > 0) throw invalidParam(`Path collision at ${path}`);
  node.change = change;
}

function applyToDoc(doc: Doc, node: Node, inclusive: boolean): Doc {
  const out: Doc = {};
  for (const key of Object.keys(doc)) {
    const child = node.children.get(key);
    const result = child ? applyTree(doc[key], child, inclusive) : inclusive ? undefined : doc[key];
    if (result !== undefined) out[key] = result;
  }
  return out;
}

/** `inclusive`: what is not named goes; else only what is named changes. */
function applyTree(value: Value, node: Node, inclusive: boolean): Value {
  if (node.change) return node.change(value);
  if (isDoc(value)) return applyToDoc(value, node, inclusive);
  if (!Array.isArray(value)) return inclusive ? undefined : value;
  const items = inclusive ? value.filter(item => isDoc(item) || Array.isArray(item)) : value;
  return items.map(item => applyTree(item, node, inclusive));
}

function modeOf(parts: Part[]): boolean | undefined {
  const wanted = parts.filter(part => part.inclusive !== undefined);
  const mode = wanted[0]?.inclusive;
  const other = wanted.find(part => part.inclusive !== mode);
  if (other) throw invalidParam(`Projection cannot have a mix of inclusion and exclusion: ${other.path}`);
  return mode;
}

function treeOf(parts: Part[], inclusive: boolean): Node {
  const root: Node = { children: new Map() };
  const id = parts.find(part => part.path === '_id');
  for (const part of parts) if (part !== id) insert(root, part);
  const change = id?.change ?? keep;
  // `_id` is kept unless it is taken out by name.
  if (inclusive !== (change === drop)) root.children.set('_id', { children: new Map(), change });
  return root;
}

/** MongoDB's find projection: all ones, or all zeros, `_id` apart, plus `$slice`, `$elemMatch` and `path.$`. */
export function compileProjection(spec: Value, filter: Doc): ((doc: Doc) => Doc) | undefined {
  if (spec === undefined || spec === null) return undefined;
  if (!isDoc(spec)) throw invalidParam('projection must be an object');
  const parts = Object.keys(spec).map(path => partOf(path, spec[path], filter));
  const onlyId = parts.length === 1 && parts[0]?.path === '_id' && parts[0].change === keep;
  const inclusive = modeOf(parts) ?? onlyId;
  const root = treeOf(parts, inclusive);
  return root.children.size === 0 ? undefined : doc => applyToDoc(doc, root, inclusive);
}
