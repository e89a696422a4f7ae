import type { Catalog, Collection, DatabaseSchema, Index, IndexDeclaration } from './catalog';
import { recordOf } from './catalog';
import { indexEntries } from './documents';
import { parseDoc } from './ejson';
import { after } from './keys';
import type { LmdbStore } from './lmdb-store';

const sameIndex = (index: Index, declared: IndexDeclaration) =>
  index.name === declared.name &&
  index.unique === (declared.unique ?? false) &&
  index.fields.length === declared.keys.length &&
  index.fields.every(
    (field, i) =>
      field.path === declared.keys[i]?.[0] && field.ascending === Number(declared.keys[i]?.[1]) > 0,
  );

/** Fills a new index from the stored documents, all in one transaction: it is whole or not there. */
async function buildIndex(
  catalog: Catalog,
  store: LmdbStore,
  collection: Collection,
  declared: IndexDeclaration,
): Promise<void> {
  await store.write(view => {
    const index = catalog.addIndex(collection, declared);
    for (const { key, value } of store.latest.entries(collection.prefix, after(collection.prefix)))
      for (const entry of indexEntries(catalog, index, parseDoc(value), recordOf(key)))
        view.put(entry.key, entry.value);
  });
}

async function dropIndex(
  catalog: Catalog,
  store: LmdbStore,
  collection: Collection,
  index: Index,
): Promise<void> {
  await store.write(view => {
    for (const key of [...view.keys(index.prefix, after(index.prefix))]) view.remove(key);
    catalog.dropIndex(collection, index);
  });
}

async function declareIndexes(
  catalog: Catalog,
  store: LmdbStore,
  collection: Collection,
  declared: IndexDeclaration[],
): Promise<void> {
  const isDeclared = (index: Index) => declared.some(wanted => sameIndex(index, wanted));
  const own = collection.indexes.slice(1);
  for (const index of own) if (!isDeclared(index)) await dropIndex(catalog, store, collection, index);
  for (const wanted of declared)
    if (!own.some(index => sameIndex(index, wanted))) await buildIndex(catalog, store, collection, wanted);
}

/** Brings collections and indexes to what `database.json` declares; collections are never removed. */
export async function declareSchema(
  catalog: Catalog,
  store: LmdbStore,
  schema: DatabaseSchema,
): Promise<void> {
  const known = new Set(catalog.names());
  for (const [name, { indexes = [] }] of Object.entries(schema.collections)) {
    if (!known.has(name)) await store.write(() => catalog.add(name));
    await declareIndexes(catalog, store, catalog.get(name), indexes);
  }
}
