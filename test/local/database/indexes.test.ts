import fs from 'node:fs';
import { type Database, type IndexDeclaration, openDatabase } from '../../../local/cloud/database';
import { newFolder, refusalOf } from './sdk-database';

let dir: string;
let database: Database;
const begin = () => {
  dir = newFolder();
};
const end = async () => {
  await database.close();
  fs.rmSync(dir, { recursive: true, force: true });
};

async function open(...indexes: IndexDeclaration[]): Promise<void> {
  database = await openDatabase({ dir, schema: { collections: { things: { indexes } } }, now: () => 0 });
}

const index = (name: string, keys: [string, number][], unique = false): IndexDeclaration => ({
  name,
  keys,
  unique,
});
const send = (action: string, fields: object) =>
  database.handle({ action: `database.${action}`, collectionName: 'things', ...fields });
const add = (docs: object[]) => send('insertDocument', { data: docs.map(doc => JSON.stringify(doc)) });

/** Ids found, and what the read cost. */
async function find(query: object, order: object = {}, limit = 100) {
  const reply = await send('getDocument', {
    query: JSON.stringify(query),
    order: JSON.stringify(order),
    limit,
  });
  const ids = (reply['data'] as { list: string[] }).list.map(text => JSON.parse(text)._id as string);
  return { ids, cost: database.lastRead('things') };
}

describe('an index is used', () => {
  const docs = Array.from({ length: 200 }, (_, i) => ({
    _id: `d${String(i).padStart(3, '0')}`,
    owner: `u${i % 4}`,
    at: i,
    tags: [`t${i % 5}`, `t${i % 7}`],
    name: i % 2 ? `abc${i}` : `xyz${i}`,
  }));
  beforeAll(async () => {
    begin();
    await open(
      index('recent', [
        ['owner', 1],
        ['at', -1],
      ]),
      index('tags', [['tags', 1]]),
      index('name', [['name', 1]]),
    );
    await add(docs);
  });
  afterAll(end);

  test.each<[string, object, object, number, string, number]>([
    ['for an equality', { owner: 'u1' }, {}, 100, 'recent', 50],
    ['for an equality and a range', { owner: 'u1', at: { $gte: 100, $lt: 120 } }, {}, 100, 'recent', 5],
    ['for a page in its order', { owner: 'u1' }, { at: -1 }, 20, 'recent', 20],
    ['for a page in the reverse order', { owner: 'u1' }, { at: 1 }, 20, 'recent', 20],
    ['for its whole order', {}, { owner: 1, at: -1 }, 10, 'recent', 10],
    [
      'for several owners in the order of time',
      { owner: { $in: ['u1', 'u3'] } },
      { at: -1 },
      20,
      'recent',
      20,
    ],
    ['for an item of a list', { tags: 't6' }, {}, 100, 'tags', 28],
    ['for the beginning of a text', { name: { $regex: '^abc1' } }, {}, 100, 'name', 56],
    ['for an id', { _id: 'd007' }, {}, 100, '_id_', 1],
    ['for several ids', { _id: { $in: ['d007', 'd008', 'none'] } }, {}, 100, '_id_', 2],
    [
      'for every branch of $or',
      { $or: [{ name: 'abc1' }, { owner: 'u1', at: 5 }] },
      {},
      100,
      'name | recent',
      2,
    ],
  ])('%s', async (_name, query, order, limit, used, docsExamined) => {
    const { cost } = await find(query, order, limit);
    expect(cost).toMatchObject({ index: used, docsExamined, sortedInMemory: false });
  });

  test('but not for what it cannot answer', async () => {
    expect((await find({ at: 5 })).cost).toMatchObject({ index: undefined, docsExamined: 200 });
  });

  test('a list sorts by its own smallest item, not by the one that was asked for', async () => {
    await add([
      { _id: 'late', tags: ['t9'] },
      { _id: 'early', tags: ['t9', 'a'] },
    ]);
    expect((await find({ tags: 't9' }, { tags: 1 })).ids).toEqual(['early', 'late']);
  });

  test('lists inside lists are found by a scan', async () => {
    await add([{ _id: 'deep', tags: [['x']] }]);
    expect((await find({ tags: { $elemMatch: { $elemMatch: { $eq: 'x' } } } })).ids).toEqual(['deep']);
  });

  test('more values than lmdb takes in a key find nothing and harm nothing', async () => {
    const long = 'x'.repeat(10_000);
    expect((await find({ owner: long })).ids).toEqual([]);
    expect((await find({ name: { $gt: long } })).ids).toHaveLength(100);
    expect((await find({ name: { $lt: long } }, { name: -1 }, 1)).ids).toEqual(['d099']);
    expect((await find({ _id: { $in: [long, 'd001'] } })).ids).toEqual(['d001']);
  });

  test('several thousand values are looked up one by one', async () => {
    const ids = Array.from({ length: 5_000 }, (_, i) => `d${i}`);
    expect((await find({ _id: { $in: ids } })).cost).toMatchObject({ index: '_id_', docsExamined: 100 });
  });
});

describe('what an index refuses', () => {
  beforeEach(begin);
  afterEach(end);

  test('a key over 1,024 bytes', async () => {
    await open(index('name', [['name', 1]]));
    await add([{ _id: 'fits', name: 'x'.repeat(1_000) }]);
    const { code, message } = await refusalOf(add([{ _id: 'long', name: '长'.repeat(400) }]));
    expect(code).toBe('DATABASE_REQUEST_FAILED');
    expect(message).toContain('key too large to index');
    expect((await find({})).ids).toEqual(['fits']);
  });

  test('two lists in one key', async () => {
    await open(
      index('both', [
        ['a', 1],
        ['b', 1],
      ]),
    );
    expect((await refusalOf(add([{ a: [1], b: [2] }]))).message).toContain('parallel arrays');
    expect((await find({})).ids).toEqual([]);
  });

  test('the same unique value in two documents, also inside lists', async () => {
    await open(index('codes', [['codes', 1]], true));
    await add([{ _id: 'a', codes: [1, 2, 2] }]);
    expect((await refusalOf(add([{ codes: [3, 2] }]))).code).toBe('DATABASE_DUPLICATE_WRITE');
    await add([{ _id: 'b', codes: [3] }]);
  });
});

describe('after a change of the declarations', () => {
  beforeEach(begin);
  afterEach(end);

  const many = Array.from({ length: 3_000 }, (_, i) => ({ _id: `d${i}`, n: i, m: i % 3 }));

  test('a new index holds what is there, a removed one goes', async () => {
    await open(index('m', [['m', 1]]));
    await add(many);
    await database.close();
    await open(index('n', [['n', -1]]));
    const { ids, cost } = await find({ n: { $gte: 2_990 } });
    expect([ids.length, cost?.index, cost?.docsExamined]).toEqual([10, 'n', 10]);
    expect((await find({ m: 1 })).cost).toMatchObject({ index: undefined });
    expect((await find({}, { n: -1 }, 1)).ids).toEqual(['d2999']);
  });

  test('a unique index over duplicates is refused whole and leaves the data alone', async () => {
    await open();
    await add(many);
    await database.close();
    const refusal = await refusalOf(open(index('m', [['m', 1]], true)));
    expect(refusal).toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' });
    expect(refusal.message).toContain('index: m');
    await open(index('m', [['m', 1]]));
    expect((await find({ m: 2, n: { $lt: 6 } })).ids).toEqual(['d2', 'd5']);
  });

  test('a malformed declaration is named', async () => {
    await open();
    await database.close();
    expect((await refusalOf(open(index('bad', [['n', 2]])))).message).toContain('"bad" of things');
    await open();
  });

  test('a list seen once is remembered after a restart', async () => {
    await open(index('tags', [['tags', 1]]));
    await add([{ _id: 'a', tags: [1, 5] }]);
    await database.close();
    await open(index('tags', [['tags', 1]]));
    expect((await find({ tags: { $gt: 2, $lt: 4 } })).ids).toEqual(['a']);
  });
});
