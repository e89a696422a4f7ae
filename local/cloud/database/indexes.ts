import type { Catalog, Collection, DatabaseSchema, Index, IndexDeclaration } from './catalog';
import { recordOf } from './catalog';
import { invalidParam } from './database-error';
import { duplicateOf, indexEntries } from './documents';
import { parseDoc } from './ejson';
import { after } from './keys';
import type { LmdbStore, WriteView } from './lmdb-store';

const sameIndex = (index: Index, declared: IndexDeclaration) =>
  index.name === declared.name &&
  index.unique === (declared.unique ?? false) &&
  index.fields.length === declared.keys.length &&
  index.fields.every(
    (field, i) =>
      field.path === declared.keys[i]?.[0] && field.ascending === Number(declared.keys[i]?.[1]) > 0,
  );

function fillIndex(catalog: Catalog, view: WriteView, collection: Collection, index: Index): void {
  for (const { key, value } of view.entries(collection.prefix, after(collection.prefix))) {
    const doc = parseDoc(value);
    for (const entry of indexEntries(catalog, index, doc, recordOf(key))) {
      if (index.unique && view.get(entry.key) !== undefined) throw duplicateOf(collection, index, doc);
      view.put(entry.key, entry.value);
    }
  }
}

function removeIndex(catalog: Catalog, view: WriteView, collection: Collection, index: Index): void {
  for (const key of [...view.keys(index.prefix, after(index.prefix))]) view.remove(key);
  catalog.dropIndex(collection, index);
}

/**
 * A new index is whole or not there: documents that do not fit (two of one unique key, a key too long)
 * refuse it, and the database does not open.
 */
function buildIndex(
  catalog: Catalog,
  view: WriteView,
  collection: Collection,
  declared: IndexDeclaration,
): void {
  const index = catalog.addIndex(collection, declared);
  try {
    fillIndex(catalog, view, collection, index);
  } catch (error) {
    removeIndex(catalog, view, collection, index);
    throw error;
  }
}

function checkDeclaration(collection: string, { name, keys, unique }: IndexDeclaration): void {
  const isKey = (key: unknown) =>
    Array.isArray(key) && typeof key[0] === 'string' && key[0] !== '' && (key[1] === 1 || key[1] === -1);
  const isUnique = unique === undefined || typeof unique === 'boolean';
  if (
    typeof name !== 'string' ||
    !Array.isArray(keys) ||
    keys.length === 0 ||
    !keys.every(isKey) ||
    !isUnique
  )
    throw invalidParam(
      `database.json: index ${JSON.stringify(name)} of ${collection} needs a name and keys [[path, 1 | -1], …]`,
    );
}

function declareIndexes(
  catalog: Catalog,
  view: WriteView,
  collection: Collection,
  declared: IndexDeclaration[],
): void {
  const isDeclared = (index: Index) => declared.some(wanted => sameIndex(index, wanted));
  const own = collection.indexes.slice(1);
  for (const index of own) if (!isDeclared(index)) removeIndex(catalog, view, collection, index);
  for (const wanted of declared)
    if (!own.some(index => sameIndex(index, wanted))) buildIndex(catalog, view, collection, wanted);
}

/** Brings collections and indexes to what `database.json` declares; collections are never removed. */
export async function declareSchema(
  catalog: Catalog,
  store: LmdbStore,
  schema: DatabaseSchema,
): Promise<void> {
  const declared = Object.entries(schema.collections);
  for (const [name, { indexes = [] }] of declared) for (const index of indexes) checkDeclaration(name, index);
  const known = new Set(catalog.names());
  await store.write(view => {
    for (const [name, { indexes = [] }] of declared) {
      const collection = known.has(name) ? catalog.get(name) : catalog.add(name);
      declareIndexes(catalog, view, collection, indexes);
    }
  });
}
