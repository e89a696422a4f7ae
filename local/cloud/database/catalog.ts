import { copyInto } from './bytes';
import { collectionMissing, DatabaseError, invalidParam } from './database-error';
import { LIMITS } from './limits';
import type { View, WriteView } from './lmdb-store';

/** One index as `database.json` declares it; keys are paths with 1 or -1. */
export interface IndexDeclaration {
  name: string;
  keys: [path: string, direction: number][];
  unique?: boolean;
}

/** The parsed `database.json`. */
export interface DatabaseSchema {
  collections: Record<string, { indexes?: IndexDeclaration[] }>;
}

export interface IndexField {
  path: string;
  parts: string[];
  ascending: boolean;
  /** Set for good once a document held an array there. */
  multikey: boolean;
}

export interface Index {
  id: number;
  name: string;
  unique: boolean;
  fields: IndexField[];
  prefix: Buffer;
}

export interface Collection {
  name: string;
  id: number;
  prefix: Buffer;
  /** The first is always `_id_`. */
  indexes: Index[];
  /** Record numbers rise, so a scan without an order gives insertion order as MongoDB does. */
  nextRecord: number;
}

interface Saved {
  nextId: number;
  collections: {
    name: string;
    id: number;
    indexes: { id: number; name: string; unique: boolean; fields: Omit<IndexField, 'parts'>[] }[];
  }[];
}

const META_KEY = Buffer.from('m');
const RECORD_BYTES = 6;
const DOCUMENTS = 0x64;
const INDEX = 0x69;

function prefixOf(kind: number, id: number): Buffer {
  return Buffer.from([kind, id >> 8, id & 0xff]);
}

export function documentKey(collection: Collection, record: number): Buffer {
  const key = Buffer.allocUnsafe(3 + RECORD_BYTES);
  copyInto(key, 0, collection.prefix);
  key.writeUIntBE(record, 3, RECORD_BYTES);
  return key;
}

export const recordOf = (key: Buffer): number => key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES);

export function recordBytes(record: number): Buffer {
  const bytes = Buffer.allocUnsafe(RECORD_BYTES);
  bytes.writeUIntBE(record, 0, RECORD_BYTES);
  return bytes;
}

/** Which collections and indexes there are; kept in memory, saved with the group that changed it. */
export class Catalog {
  private readonly collections = new Map<string, Collection>();
  private nextId = 1;
  private changed = false;

  load(view: View): void {
    this.collections.clear();
    const text = view.get(META_KEY);
    const saved: Saved = text ? (JSON.parse(text) as Saved) : { nextId: 1, collections: [] };
    this.nextId = saved.nextId;
    for (const { name, id, indexes } of saved.collections) {
      const prefix = prefixOf(DOCUMENTS, id);
      const collection: Collection = { name, id, prefix, nextRecord: 1, indexes: indexes.map(restoreIndex) };
      for (const key of view.keys(prefix, prefixOf(DOCUMENTS, id + 1), true)) {
        collection.nextRecord = recordOf(key) + 1;
        break;
      }
      this.collections.set(name, collection);
    }
  }

  save(view: WriteView): void {
    if (!this.changed) return;
    const collections = [...this.collections.values()].map(({ name, id, indexes }) => ({
      name,
      id,
      indexes: indexes.map(({ id, name, unique, fields }) => ({
        id,
        name,
        unique,
        fields: fields.map(({ path, ascending, multikey }) => ({ path, ascending, multikey })),
      })),
    }));
    view.put(META_KEY, JSON.stringify({ nextId: this.nextId, collections } satisfies Saved));
    this.changed = false;
  }

  names(): string[] {
    return [...this.collections.keys()];
  }

  get(name: unknown): Collection {
    if (typeof name !== 'string' || name === '') throw invalidParam('collectionName must be a string');
    const collection = this.collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  add(name: unknown): Collection {
    if (typeof name !== 'string' || !/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/.test(name))
      throw invalidParam(`collection name ${JSON.stringify(name)} is not valid`);
    if (this.collections.has(name))
      throw new DatabaseError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        `[ResourceUnavailable.ResourceExist] Table exist: ${name}`,
      );
    if (this.collections.size >= LIMITS.collections)
      throw new DatabaseError(
        'DATABASE_COLLECTION_EXCEED_LIMIT',
        `[LimitExceeded] at most ${LIMITS.collections} collections`,
      );
    const id = this.nextId++;
    const collection: Collection = { name, id, prefix: prefixOf(DOCUMENTS, id), nextRecord: 1, indexes: [] };
    this.collections.set(name, collection);
    this.addIndex(collection, { name: '_id_', keys: [['_id', 1]], unique: true });
    return collection;
  }

  addIndex(collection: Collection, declared: IndexDeclaration): Index {
    const fields = declared.keys.map(([path, direction]) => ({
      path,
      ascending: direction > 0,
      multikey: false,
    }));
    const index = restoreIndex({
      id: this.nextId++,
      name: declared.name,
      unique: declared.unique ?? false,
      fields,
    });
    collection.indexes.push(index);
    this.changed = true;
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter(other => other !== index);
    this.changed = true;
  }

  markMultikey(field: IndexField): void {
    field.multikey = true;
    this.changed = true;
  }
}

function restoreIndex(saved: Saved['collections'][number]['indexes'][number]): Index {
  return {
    id: saved.id,
    name: saved.name,
    unique: saved.unique,
    prefix: prefixOf(INDEX, saved.id),
    fields: saved.fields.map(field => ({ ...field, parts: field.path.split('.') })),
  };
}
