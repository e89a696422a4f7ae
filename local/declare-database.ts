import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(__dirname, '..');

interface DeclaredIndex {
  name: string;
  keys: [field: string, direction: 1 | -1][];
  unique: boolean;
}

/** `cloudfunctions/database.json`, the file the local cloud reads as well. */
export interface DeclaredDatabase {
  collections: Record<string, { indexes: DeclaredIndex[] }>;
}

interface NewIndex {
  IndexName: string;
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: string }[] };
}

/** The part of `@cloudbase/manager-node`'s database service that is used here. */
export interface RemoteDatabase {
  createCollectionIfNotExists(name: string): Promise<unknown>;
  describeCollection(name: string): Promise<{ Indexes: { Name: string }[] }>;
  updateCollection(name: string, change: { CreateIndexes: NewIndex[] }): Promise<unknown>;
}

const newIndex = ({ name, keys, unique }: DeclaredIndex): NewIndex => ({
  IndexName: name,
  MgoKeySchema: {
    MgoIsUnique: unique,
    MgoIndexKeys: keys.map(([field, direction]) => ({ Name: field, Direction: String(direction) })),
  },
});

/**
 * Creates the declared collections and indexes that an environment lacks; can be run again at any time.
 * Nothing is ever dropped: an index that is no longer declared may still serve the functions now running.
 * @returns one line for each thing created.
 */
export async function declareDatabase(declared: DeclaredDatabase, remote: RemoteDatabase): Promise<string[]> {
  const done: string[] = [];
  for (const [collection, { indexes }] of Object.entries(declared.collections)) {
    await remote.createCollectionIfNotExists(collection);
    const { Indexes: existing } = await remote.describeCollection(collection);
    const names = new Set(existing.map(index => index.Name));
    const missing = indexes.filter(index => !names.has(index.name));
    if (missing.length === 0) continue;
    await remote.updateCollection(collection, { CreateIndexes: missing.map(newIndex) });
    done.push(...missing.map(index => `${collection}: index ${index.name}`));
  }
  return done;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; it names the CloudBase environment or the key to it.`);
  return value;
}

function connect(): RemoteDatabase {
  const manager = createRequire(path.join(root, 'local/devtools/package.json'))('@cloudbase/manager-node');
  const options = {
    envId: setting('CLOUDBASE_ENV'),
    secretId: setting('TENCENTCLOUD_SECRETID'),
    secretKey: setting('TENCENTCLOUD_SECRETKEY'),
  };
  return manager.init(options).database;
}

async function main(): Promise<void> {
  const file = path.join(root, 'cloudfunctions/database.json');
  const done = await declareDatabase(JSON.parse(readFileSync(file, 'utf8')) as DeclaredDatabase, connect());
  console.log(done.length === 0 ? 'nothing to create' : done.join('\n'));
}

if (require.main === module) {
  main().catch(error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
