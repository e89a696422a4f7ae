import { calculateObjectSize } from 'bson';
import { joinBytes, nameOf } from './bytes';
import type { Catalog, Collection, Index, IndexField } from './catalog';
import { documentKey, recordBytes } from './catalog';
import { type DatabaseError, duplicateKey, requestFailed, writeFailed } from './database-error';
import { stringifyEjson } from './ejson';
import { encodeKey, invert } from './keys';
import { LIMITS } from './limits';
import type { WriteView } from './lmdb-store';
import { indexValues } from './paths';
import type { Doc, Value } from './values';
import { isDoc } from './values';

/** Where an operation writes, and how it says which documents and unique keys it is about to change. */
export interface Writer {
  view: WriteView;
  /** Throws when another transaction holds one of the keys. */
  claim(keys: Buffer[]): void;
}

interface Entry {
  key: Buffer;
  value: string;
  index: Index;
}

/** A field's values as bytes, by path and direction: the indexes of a collection mostly begin with the same fields. */
type Encoded = Map<string, { keys: Buffer[]; array: boolean }>;

function encodedOf(doc: Doc, { path, parts, ascending }: IndexField, known: Encoded) {
  const name = ascending ? path : `-${path}`;
  const before = known.get(name);
  if (before) return before;
  const { values, array } = indexValues(doc, parts);
  const keys = values.map(value => (ascending ? encodeKey(value) : invert(encodeKey(value))));
  const encoded = { keys, array };
  known.set(name, encoded);
  return encoded;
}

/** Every key so far with every value of the next field; nearly always one with one. */
function extended(keys: Buffer[][], values: Buffer[]): Buffer[][] {
  const [value] = values;
  if (values.length !== 1 || value === undefined)
    return keys.flatMap(parts => values.map(part => [...parts, part]));
  for (const parts of keys) parts.push(value);
  return keys;
}

function entryOf(index: Index, parts: Buffer[], record: number): Entry {
  const bytes = parts.reduce((sum, part) => sum + part.length, -index.prefix.length);
  if (bytes > LIMITS.indexKeyBytes)
    throw writeFailed(
      `Btree::insert: key too large to index, failing ${index.name} ${bytes} > ${LIMITS.indexKeyBytes}`,
    );
  if (index.unique) return { index, key: joinBytes(parts), value: String(record) };
  return { index, key: joinBytes([...parts, recordBytes(record)]), value: '' };
}

/** What an index keeps for a document; all combinations when a field holds an array. */
export function indexEntries(
  catalog: Catalog,
  index: Index,
  doc: Doc,
  record: number,
  known: Encoded = new Map(),
): Entry[] {
  let keys: Buffer[][] = [[index.prefix]];
  let arrayRoot: string | undefined;
  for (const field of index.fields) {
    const { keys: values, array } = encodedOf(doc, field, known);
    if (array) {
      const root = field.parts[0] as string;
      if (arrayRoot !== undefined && arrayRoot !== root)
        throw writeFailed(`cannot index parallel arrays [${root}] [${arrayRoot}]`);
      arrayRoot = root;
      if (!field.multikey) catalog.markMultikey(field);
    }
    keys = extended(keys, values);
  }
  return keys.map(parts => entryOf(index, parts, record));
}

function allEntries(
  catalog: Catalog,
  collection: Collection,
  doc: Doc | undefined,
  record: number,
): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const known: Encoded = new Map();
  if (doc)
    for (const index of collection.indexes)
      for (const entry of indexEntries(catalog, index, doc, record, known))
        entries.set(nameOf(entry.key), entry);
  return entries;
}

function without(entries: Map<string, Entry>, others: Map<string, Entry>): Entry[] {
  if (others.size === 0) return [...entries.values()];
  const left: Entry[] = [];
  for (const [name, entry] of entries) if (!others.has(name)) left.push(entry);
  return left;
}

/** The text to store, within 16 MB as BSON counts them. */
function storedText(doc: Doc): string {
  const text = stringifyEjson(doc);
  // BSON is at most about five times its EJSON, so only large ones need measuring.
  if (text.length > LIMITS.documentBytes / 5) {
    const size = calculateObjectSize(doc);
    if (size > LIMITS.documentBytes)
      throw writeFailed(
        `object to insert too large. size in bytes: ${size}, max size: ${LIMITS.documentBytes}`,
      );
  }
  return text;
}

/** The error for a document that a unique index already holds. */
export function duplicateOf({ name }: Collection, index: Index, doc: Doc): DatabaseError {
  const fields = index.fields.map(
    ({ path, parts }) => `${path}: ${stringifyEjson(indexValues(doc, parts).values[0] ?? null)}`,
  );
  return duplicateKey(name, index.name, `{ ${fields.join(', ')} }`);
}

/**
 * Replaces `before` by `after` (undefined = not there) with all index entries.
 * Everything that can fail fails before the first write: one document is never half written.
 */
export function replaceDocument(
  catalog: Catalog,
  collection: Collection,
  writer: Writer,
  record: number,
  before: Doc | undefined,
  after: Doc | undefined,
): void {
  const text = after && storedText(after);
  const old = allEntries(catalog, collection, before, record);
  const fresh = allEntries(catalog, collection, after, record);
  const removed = without(old, fresh);
  const added = without(fresh, old);
  const key = documentKey(collection, record);
  const unique = [...removed, ...added].filter(entry => entry.index.unique);
  writer.claim([key, ...unique.map(entry => entry.key)]);
  for (const entry of added)
    if (entry.index.unique && writer.view.get(entry.key) !== undefined)
      throw duplicateOf(collection, entry.index, after as Doc);
  for (const entry of removed) writer.view.remove(entry.key);
  for (const entry of added) writer.view.put(entry.key, entry.value);
  if (text === undefined) writer.view.remove(key);
  else writer.view.put(key, text);
}

/** Adds a document that has its `_id`; returns nothing, throws when it may not be stored. */
export function insertDocument(catalog: Catalog, collection: Collection, writer: Writer, doc: Doc): void {
  checkStorable(doc);
  replaceDocument(catalog, collection, writer, collection.nextRecord++, undefined, doc);
}

/** Refuses field names, ids and depths MongoDB does not store. */
export function checkStorable(doc: Doc): void {
  checkNames(doc);
  const id: Value = doc['_id'];
  if (Array.isArray(id) || id instanceof RegExp || id === undefined)
    throw writeFailed("The '_id' value cannot be of type array, regex or undefined");
}

function checkNames(value: Value, depth = 0): void {
  if (depth > LIMITS.nesting) throw writeFailed(`nested deeper than ${LIMITS.nesting} levels`);
  if (Array.isArray(value)) for (const item of value) checkNames(item, depth + 1);
  else if (isDoc(value))
    for (const name in value) {
      checkName(name);
      checkNames(value[name], depth + 1);
    }
}

export function checkName(name: string): void {
  if (name.startsWith('$'))
    throw writeFailed(`The dollar ($) prefixed field '${name}' in '${name}' is not valid for storage.`);
  if (name === '__proto__') throw requestFailed('the field name __proto__ is not supported');
}
