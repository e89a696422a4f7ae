import { invalidParam, unsupported } from './database-error';
import { itemTest } from './filter';
import type { Doc, Value } from './values';
import { isDoc, isNumeric, toNumber } from './values';

interface Node {
  children: Map<string, Node>;
  /** Set at the end of a path: keep, drop, or change the value. */
  change?: (value: Value) => Value;
}

export type Projector = (doc: Doc) => Doc;

function slice(value: Value, operand: Value): Value {
  if (!Array.isArray(value)) return value;
  const numbers = (Array.isArray(operand) ? operand : [operand]).map(n =>
    isNumeric(n) ? toNumber(n) : Number.NaN,
  );
  if (numbers.length > 2 || !numbers.every(Number.isInteger))
    throw invalidParam('$slice only supports numbers and [skip, limit] arrays');
  const [first, limit] = numbers as [number, number?];
  if (limit === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
  const start = first < 0 ? Math.max(0, value.length + first) : first;
  return value.slice(start, start + limit);
}

function operatorOf(spec: Doc): { change: (value: Value) => Value; keepsRest: boolean } {
  const name = Object.keys(spec)[0] ?? '';
  const operand = spec[name];
  if (name === '$slice') {
    slice([], operand);
    return { change: value => slice(value, operand), keepsRest: true };
  }
  if (name !== '$elemMatch' || !isDoc(operand)) throw unsupported(`projection operator ${name}`);
  const test = itemTest(operand);
  const first = (value: Value) => {
    const at = Array.isArray(value) ? value.findIndex(test) : -1;
    return at < 0 ? undefined : [(value as Value[])[at]];
  };
  return { change: first, keepsRest: false };
}

function insert(root: Node, path: string, change: (value: Value) => Value): void {
  let node = root;
  for (const part of path.split('.')) {
    if (node.change) throw invalidParam(`Path collision at ${path}`);
    let next = node.children.get(part);
    if (!next) node.children.set(part, (next = { children: new Map() }));
    node = next;
  }
  node.change = change;
}

/** `inclusive`: what is not named goes; else only what is named changes. */
function applyTree(value: Value, node: Node, inclusive: boolean): Value {
  if (node.change) return node.change(value);
  if (Array.isArray(value)) {
    const items = inclusive ? value.filter(item => isDoc(item) || Array.isArray(item)) : value;
    return items.map(item => applyTree(item, node, inclusive));
  }
  if (!isDoc(value)) return inclusive ? undefined : value;
  const out: Doc = {};
  for (const key of Object.keys(value)) {
    const child = node.children.get(key);
    const result = child ? applyTree(value[key], child, inclusive) : inclusive ? undefined : value[key];
    if (result !== undefined) out[key] = result;
  }
  return out;
}

const keep = (value: Value) => value;
const drop = () => undefined;

/** MongoDB's find projection: all ones, or all zeros, `_id` apart, plus `$slice` and `$elemMatch`. */
export function compileProjection(spec: Value): Projector | undefined {
  if (spec === undefined || spec === null) return undefined;
  if (!isDoc(spec)) throw invalidParam('projection must be an object');
  const root: Node = { children: new Map() };
  let inclusive: boolean | undefined;
  const decide = (path: string, wanted: boolean) => {
    if (inclusive !== undefined && inclusive !== wanted)
      throw invalidParam(`Projection cannot have a mix of inclusion and exclusion: ${path}`);
    inclusive = wanted;
  };
  let idWanted: boolean | undefined;
  for (const path of Object.keys(spec)) {
    const value = spec[path];
    if (isDoc(value)) {
      const { change, keepsRest } = operatorOf(value);
      if (!keepsRest) decide(path, true);
      insert(root, path, change);
      continue;
    }
    const wanted = isNumeric(value) ? toNumber(value) !== 0 : value === true;
    if (path === '_id') idWanted = wanted;
    else {
      decide(path, wanted);
      insert(root, path, wanted ? keep : drop);
    }
  }
  const mode = inclusive ?? (idWanted === true && root.children.size === 0);
  if (mode && idWanted !== false) root.children.set('_id', { children: new Map(), change: keep });
  if (!mode && idWanted === false) root.children.set('_id', { children: new Map(), change: drop });
  return root.children.size === 0 ? undefined : doc => applyTree(doc, root, mode) as Doc;
}
