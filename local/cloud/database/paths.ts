import type { Doc, Value } from './values';
import { isDoc } from './values';

const isIndex = (part: string) => /^\d+$/.test(part);

/** A field's own value; names like `constructor` are not found on every object. */
export const fieldOf = (doc: Doc, name: string): Value => (Object.hasOwn(doc, name) ? doc[name] : undefined);

/** What a number in a path finds in an array: an item, or nothing at all. */
function itemAt(list: Value[], part: string): [Value] | undefined {
  return isIndex(part) && Number(part) < list.length ? [list[Number(part)]] : undefined;
}

/** Looks for the first value that passes; `expand` also looks into an array at the end of the path. */
class Search {
  constructor(
    private readonly parts: readonly string[],
    private readonly test: (value: Value) => boolean,
    private readonly expand: boolean,
  ) {}

  from(value: Value, at: number): boolean {
    if (at === this.parts.length) return this.leaf(value);
    if (isDoc(value)) return this.inDoc(value, at);
    return Array.isArray(value) ? this.inArray(value, at) : this.test(undefined);
  }

  private leaf(value: Value): boolean {
    return (this.expand && Array.isArray(value) && value.some(this.test)) || this.test(value);
  }

  private inDoc(doc: Doc, at: number): boolean {
    const child = fieldOf(doc, this.parts[at] as string);
    return child === undefined ? this.test(undefined) : this.from(child, at + 1);
  }

  private inArray(list: Value[], at: number): boolean {
    const item = itemAt(list, this.parts[at] as string);
    if (item && this.from(item[0], at + 1)) return true;
    return list.some(entry => isDoc(entry) && this.inDoc(entry, at));
  }
}

/**
 * Whether some value MongoDB would look at for `parts` passes `test`: arrays on the way are entered,
 * an array at the end is tested item by item and as a whole, a missing field is tested as undefined.
 */
export function someAt(
  value: Value,
  parts: readonly string[],
  test: (v: Value) => boolean,
  expand = true,
): boolean {
  return new Search(parts, test, expand).from(value, 0);
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
  if (Array.isArray(value)) collectArray(value, parts, at, found);
  else if (at === parts.length) found.values.push(value);
  else {
    const child = isDoc(value) ? fieldOf(value, parts[at] as string) : undefined;
    if (child === undefined) found.values.push(null);
    else collect(child, parts, at + 1, found);
  }
}

function collectArray(list: Value[], parts: readonly string[], at: number, found: PathValues): void {
  found.array = true;
  const atEnd = at === parts.length;
  if (list.length === 0) found.values.push(atEnd ? undefined : null);
  else if (atEnd) for (const entry of list) found.values.push(entry);
  else collectItems(list, parts, at, found);
}

function collectItems(list: Value[], parts: readonly string[], at: number, found: PathValues): void {
  const item = itemAt(list, parts[at] as string);
  if (item) collect(item[0], parts, at + 1, found);
  else for (const entry of list) collect(isDoc(entry) ? entry : null, parts, at, found);
}
