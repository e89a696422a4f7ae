import fc from 'fast-check';
import { codeOf, openSdkDatabase, refusalOf, type SdkDatabase } from './sdk-database';

let sdk: SdkDatabase;
beforeAll(async () => {
  sdk = await openSdkDatabase({ collections: { things: {} } });
  await sdk.db.collection('things').add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2, list: [1] },
  ]);
});
afterAll(() => sdk.close());

describe('collections', () => {
  test('a missing one is refused by every action', async () => {
    const nowhere = sdk.db.collection('nowhere');
    const refused = [
      nowhere.get(),
      nowhere.count(),
      nowhere.add({ a: 1 }),
      nowhere.doc('a').set({ a: 1 }),
      nowhere.doc('a').update({ a: 1 }),
      nowhere.where({ a: 1 }).remove(),
      nowhere.where({ a: 1 }).updateAndReturn({ a: 1 }),
      nowhere.aggregate().match({}).end(),
    ];
    for (const code of await Promise.all(refused.map(codeOf)))
      expect(code).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });

  test('are made once, with a sound name, 100 at most', async () => {
    const own = await openSdkDatabase({ collections: { first: {} } });
    try {
      const create = (name: string) => own.db.createCollection(name);
      await create('second');
      expect(await codeOf(create('second'))).toBe('DATABASE_COLLECTION_ALREADY_EXIST');
      for (const name of ['-x', 'a.b', 'a$', 'x'.repeat(80)])
        expect(await codeOf(create(name))).toBe('INVALID_PARAM');
      await Promise.all(
        Array.from({ length: 98 }, (_, i) => own.send('addCollection', { collectionName: `c${i}` })),
      );
      expect(await codeOf(create('one_too_many'))).toBe('DATABASE_COLLECTION_EXCEED_LIMIT');
      await own.db.collection('c97').add({ _id: 'a' });
    } finally {
      await own.close();
    }
  });
});

describe('documents that cannot be stored', () => {
  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
  test.each([
    ['a list as id', '{"_id":[1]}'],
    ['a field with a dollar', '{"o":{"$x":1}}'],
    ['no object', '[1]'],
    ['no JSON', '{"a":'],
    ['an impossible date', '{"a":{"$date":{"$numberLong":"x"}}}'],
    ['an impossible server date', '{"a":{"$tcb_server_date":{"offset":"soon"}}}'],
    ['an impossible number', '{"a":{"$numberInt":"1.5"}}'],
    ['an impossible long', '{"a":{"$numberLong":"1e3"}}'],
    ['an impossible double', '{"a":{"$numberDouble":"one"}}'],
    ['an impossible id', '{"a":{"$oid":"123"}}'],
    ['an impossible pattern', '{"a":{"$regularExpression":{"pattern":"(","options":""}}}'],
    ['__proto__', '{"__proto__":{"a":1}}'],
    ['too many levels', deep(150)],
    ['a great many levels', deep(50_000)],
  ])('%s', async (_name, text) => {
    const insert = sdk.send('insertDocument', { collectionName: 'things', data: [text] });
    expect(await codeOf(insert)).toMatch(/INVALID_PARAM|DATABASE_REQUEST_FAILED/);
    expect((await sdk.db.collection('things').count()).total).toBe(2);
  });

  test('16 MB at most', async () => {
    const data = [JSON.stringify({ text: 'x'.repeat(17 * 1_048_576) })];
    const { message } = await refusalOf(sdk.send('insertDocument', { collectionName: 'things', data }));
    expect(message).toContain('too large');
  });
});

describe('a request out of shape is refused with a code and changes nothing', () => {
  const actions = [
    ...['getDocument', 'insertDocument', 'modifyDocument', 'modifyAndReturnDoc', 'removeDocument'],
    ...['calculateDocument', 'aggregateDocuments', 'commitTransaction', 'abortTransaction'],
    ...[
      'getInTransaction',
      'updateDocInTransaction',
      'deleteDocInTransaction',
      'addCollection',
      'constructor',
    ],
  ];
  const junk = fc.oneof(
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1.5,
      '',
      'x',
      [],
      {},
      [null],
      ['{}', 5],
      '{"a":',
      '[]',
      '"x"',
      '5',
      'null',
    ),
    fc.constantFrom(
      '{"$x":1}',
      '{"a":{"$x":1}}',
      '{"$and":[]}',
      '{"$or":{}}',
      '{"a":{"$in":1}}',
      '{"$set":5}',
    ),
    fc.constantFrom(
      '{"a":{"$regex":"("}}',
      '{"a":{"$elemMatch":1}}',
      '{"$inc":{"n":"x"}}',
      '{"$expr":{"$add":"x"}}',
    ),
    fc.constantFrom(
      [{ stageKey: '$match' }],
      [{ stageKey: 5, stageValue: '{}' }],
      [{ stageKey: '$x', stageValue: '{}' }],
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const fields = [
    'collectionName',
    'query',
    'data',
    'projection',
    'order',
    'limit',
    'offset',
    'multi',
    'merge',
  ];
  const others = ['upsert', 'transactionId', 'stages', '_id', 'queryType', 'arrayFilters'];

  test('whatever stands in its fields', async () => {
    const state = async () => (await sdk.send('getDocument', { collectionName: 'things' }))['data'];
    const before = await state();
    const bodies = fc.dictionary(fc.constantFrom(...fields, ...others), junk, { minKeys: 1, maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actions), bodies, fc.boolean(), async (action, body, named) => {
        // Without a collection of its own a request that happens to be sound finds none.
        const asked = named
          ? { collectionName: 'things', ...body, query: '{"_id":"none"}', upsert: 'no' }
          : body;
        const outcome = await sdk.send(action, asked).catch((error: unknown) => error);
        if (outcome instanceof Error)
          expect(outcome).toMatchObject({ name: 'DatabaseError', code: expect.stringMatching(/^[A-Z_]+$/) });
        expect(outcome).toEqual(expect.any(Object));
      }),
      { numRuns: 300, endOnFailure: true },
    );
    const documents = (await state()) as { list: string[] };
    expect(documents.list.slice(0, 2)).toEqual((before as { list: string[] }).list);
  });

  test.each<[string, object]>([
    ['modifyDocument', { query: '{}', data: '{"$set":{"n":9}}', multi: 'yes' }],
    ['modifyDocument', { query: '{}', data: '{"n":9}', merge: false, multi: true }],
    ['modifyDocument', { query: '{}', data: { $set: { n: 9 } } }],
    ['modifyDocument', { query: { _id: 'a' }, data: '{"$set":{"n":9}}' }],
    ['modifyDocument', { query: '{"n":{"$gtt":1}}', data: '{"$set":{"n":9}}' }],
    ['removeDocument', { query: '{"n":{"$in":5}}', multi: true }],
    ['removeDocument', { query: '[]', multi: true }],
    ['removeDocument', { query: '{}', multi: 1 }],
    ['insertDocument', { data: '{"_id":"c"}' }],
    ['insertDocument', { data: [] }],
    ['insertDocument', { data: ['{"_id":"c"}', 5] }],
    ['getDocument', { limit: -1 }],
    ['getDocument', { offset: 'x' }],
    ['getDocument', { order: '{"n":2}' }],
    ['getDocument', { projection: '{"n":"x"}' }],
    ['unknown', {}],
  ])('%s %j', async (action, body) => {
    const before = (await sdk.send('getDocument', { collectionName: 'things' }))['data'];
    expect(await codeOf(sdk.send(action, { collectionName: 'things', ...body }))).toMatch(
      /^(INVALID_PARAM|DATABASE_[A-Z_]+)$/,
    );
    expect((await sdk.send('getDocument', { collectionName: 'things' }))['data']).toEqual(before);
  });
});
