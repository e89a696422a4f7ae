import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type DeclaredDatabase, declareDatabase, type RemoteDatabase } from '../../local/declare-database';

const file = path.resolve(__dirname, '../../cloudfunctions/database.json');
const ours = JSON.parse(readFileSync(file, 'utf8')) as DeclaredDatabase;

/** An environment as the manager describes it: collections with their indexes. */
function environment(): RemoteDatabase & { collections: Map<string, { Name: string }[]> } {
  const collections = new Map<string, { Name: string }[]>();
  return {
    collections,
    createCollectionIfNotExists: async name => {
      if (!collections.has(name)) collections.set(name, [{ Name: '_id_' }]);
    },
    describeCollection: async name => ({ Indexes: collections.get(name) ?? [] }),
    updateCollection: async (name, { CreateIndexes }) => {
      const indexes = collections.get(name) ?? [];
      for (const { IndexName } of CreateIndexes) {
        if (indexes.some(index => index.Name === IndexName)) throw new Error(`${IndexName} exists`);
        indexes.push({ Name: IndexName });
      }
    },
  };
}

it('creates every declared collection and index in an empty environment', async () => {
  const remote = environment();
  await declareDatabase(ours, remote);
  expect([...remote.collections.keys()]).toEqual(Object.keys(ours.collections));
  for (const [name, { indexes }] of Object.entries(ours.collections)) {
    const created = remote.collections.get(name)?.map(index => index.Name);
    expect(created).toEqual(['_id_', ...indexes.map(index => index.name)]);
  }
});

it('creates only what is missing when it is run again', async () => {
  const remote = environment();
  await declareDatabase(ours, remote);
  expect(await declareDatabase(ours, remote)).toEqual([]);
  remote.collections.get('items')?.pop();
  expect(await declareDatabase(ours, remote)).toHaveLength(1);
});

it("gives keys in their order, with direction and uniqueness as the service's texts", async () => {
  const remote = environment();
  const updateCollection = jest.fn(async () => undefined);
  const indexes = [{ name: 'by-owner', keys: [['owner', 1] as const, ['at', -1] as const], unique: true }];
  const declared = { collections: { things: { indexes } } } as unknown as DeclaredDatabase;
  await declareDatabase(declared, { ...remote, updateCollection });
  const MgoIndexKeys = [
    { Name: 'owner', Direction: '1' },
    { Name: 'at', Direction: '-1' },
  ];
  expect(updateCollection).toHaveBeenCalledWith('things', {
    CreateIndexes: [{ IndexName: 'by-owner', MgoKeySchema: { MgoIsUnique: true, MgoIndexKeys } }],
  });
});
