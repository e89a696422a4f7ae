import type { Doc, Value } from './values';
import { isDoc } from './values';

const isIndex = (part: string) => /^\d+$/.test(part);

/**
 * Whether some value MongoDB would look at for `parts` passes `test`: arrays on the way are entered,
 * an array at the end is tested item by item and as a whole, a missing field is tested as undefined.
 */
export function someAt(
  value: Value,
  parts: readonly string[],
  at: number,
  test: (v: Value) => boolean,
  expand = true,
): boolean {
  if (at === parts.length) {
    if (expand && Array.isArray(value)) for (const item of value) if (test(item)) return true;
    return test(value);
  }
  if (isDoc(value)) return someInDoc(value, parts, at, test, expand);
  if (!Array.isArray(value)) return test(undefined);
  const part = parts[at] as string;
  if (
    isIndex(part) &&
    Number(part) < value.length &&
    someAt(value[Number(part)], parts, at + 1, test, expand)
  )
    return true;
  for (const item of value) if (isDoc(item) && someInDoc(item, parts, at, test, expand)) return true;
  return false;
}

function someInDoc(
  doc: Doc,
  parts: readonly string[],
  at: number,
  test: (v: Value) => boolean,
  expand: boolean,
): boolean {
  const part = parts[at] as string;
  const child = Object.hasOwn(doc, part) ? doc[part] : undefined;
  return child === undefined ? test(undefined) : someAt(child, parts, at + 1, test, expand);
}

/** Values of a path for sort and index keys; `array` tells whether an array lay on the way. */
export interface PathValues {
  values: Value[];
  array: boolean;
}

/** Every value an index on the path holds for the document: missing is null, an empty array undefined. */
export function indexValues(doc: Doc, parts: readonly string[]): PathValues {
  const found: PathValues = { values: [], array: false };
  collect(doc, parts, 0, found);
  return found;
}

function collect(value: Value, parts: readonly string[], at: number, found: PathValues): void {
  if (at < parts.length && isDoc(value)) {
    const part = parts[at] as string;
    const child = Object.hasOwn(value, part) ? value[part] : undefined;
    if (child === undefined) found.values.push(null);
    else collect(child, parts, at + 1, found);
  } else if (Array.isArray(value)) collectArray(value, parts, at, found);
  else found.values.push(at === parts.length ? value : null);
}

function collectArray(list: Value[], parts: readonly string[], at: number, found: PathValues): void {
  found.array = true;
  if (list.length === 0) found.values.push(at === parts.length ? undefined : null);
  if (at === parts.length) {
    for (const item of list) found.values.push(item);
    return;
  }
  const part = parts[at] as string;
  if (isIndex(part) && Number(part) < list.length) collect(list[Number(part)], parts, at + 1, found);
  else for (const item of list) collect(isDoc(item) ? item : null, parts, at, found);
}
