import fs from 'node:fs';
import fc from 'fast-check';
import { type Database, type IndexDeclaration, openDatabase } from '../../../local/cloud/database';
import { compareBytes } from '../../../local/cloud/database/bytes';
import { compareValues } from '../../../local/cloud/database/compare';
import { parseEjson, stringifyEjson } from '../../../local/cloud/database/ejson';
import { encodeKey } from '../../../local/cloud/database/keys';
import type { Doc, Value } from '../../../local/cloud/database/values';
import { documents, filters, lists, orders, scalars, values } from './random-documents';
import { newFolder } from './sdk-database';

const keys: [string, number][][] = [
  [['a', 1]],
  [
    ['b', 1],
    ['a', -1],
  ],
  [
    ['c', -1],
    ['a.x', 1],
  ],
  [
    ['a', -1],
    ['c', 1],
    ['b', 1],
  ],
  [['b', -1]],
];
const indexes: IndexDeclaration[] = keys.map((list, i) => ({ name: `i${i}`, keys: list, unique: false }));

let dir: string;
let database: Database;
beforeEach(async () => {
  dir = newFolder();
  const schema = { collections: { scanned: {}, indexed: { indexes } } };
  database = await openDatabase({ dir, schema, now: () => 0 });
});
afterEach(async () => {
  await database.close();
  fs.rmSync(dir, { recursive: true, force: true });
});

const BOTH = ['scanned', 'indexed'];
const send = (action: string, collectionName: string, fields: object) =>
  database.handle({ action: `database.${action}`, collectionName, ...fields });

async function fill(docs: Doc[]): Promise<void> {
  const data = docs.map(stringifyEjson);
  const begin = async (name: string) => {
    await send('removeDocument', name, { query: '{}', multi: true });
    await send('insertDocument', name, { data });
  };
  // Both wait for the disk together.
  await Promise.all(BOTH.map(begin));
}

interface Asked {
  filter: Doc;
  order: Doc;
  offset: number;
  limit: number;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  filter: filters,
  order: orders,
  offset: fc.constantFrom(0, 0, 1, 4),
  limit: fc.constantFrom(100, 100, 1, 3),
});

async function answers({ filter, order, offset, limit }: Asked): Promise<unknown[]> {
  const query = stringifyEjson(filter);
  const read = async (name: string) => {
    const { data } = await send('getDocument', name, { query, order: stringifyEjson(order), offset, limit });
    const { data: counted } = await send('calculateDocument', name, { query });
    return [data, counted];
  };
  return Promise.all(BOTH.map(read));
}

/** The same documents in the same order, with indexes and without. */
async function expectSame(docs: Doc[], questions: Asked[]): Promise<void> {
  await fill(docs);
  for (const question of questions) {
    const [scanned, found] = await answers(question);
    expect(found).toEqual(scanned);
  }
}

const questions = fc.array(asked, { minLength: 20, maxLength: 20 });

test('indexes change no answer, without lists', async () => {
  const property = fc.asyncProperty(documents(scalars), questions, expectSame);
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
});

test('indexes change no answer, with lists and objects', async () => {
  const property = fc.asyncProperty(documents(fc.oneof(values, lists)), questions, expectSame);
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
});

test('indexes change nothing of what is updated and removed', async () => {
  const property = fc.asyncProperty(
    documents(values),
    filters,
    filters,
    values,
    async (docs, hit, gone, value) => {
      await fill(docs);
      const $set = stringifyEjson({ $set: { a: value, c: 2 } });
      const outcomes = BOTH.map(async name => [
        await send('modifyDocument', name, { query: stringifyEjson(hit), data: $set, multi: true }),
        await send('removeDocument', name, { query: stringifyEjson(gone), multi: true }),
        await send('getDocument', name, { order: '{"_id":1}' }),
      ]);
      const [scanned, indexed] = await Promise.all(outcomes);
      expect(indexed).toEqual(scanned);
    },
  );
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
});

test('the bytes of a key are ordered as the values are', () => {
  const pairs = fc.property(values, values, (a: Value, b: Value) => {
    expect(Math.sign(compareBytes(encodeKey(a), encodeKey(b)))).toBe(compareValues(a, b));
  });
  fc.assert(pairs, { numRuns: 2_000 });
});

test('a value is the same after it was stored', () => {
  const stored = fc.property(values, value => {
    expect(stringifyEjson(parseEjson(stringifyEjson(value)))).toBe(stringifyEjson(value));
  });
  fc.assert(stored, { numRuns: 1_000 });
});
