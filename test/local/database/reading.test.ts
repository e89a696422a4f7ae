import { codeOf, openSdkDatabase, refusalOf, type SdkDatabase } from './sdk-database';

let sdk: SdkDatabase;
beforeAll(async () => {
  sdk = await openSdkDatabase({ collections: { things: {}, numbers: {}, heavy: {} } });
  await sdk.db.collection('things').add([
    {
      _id: 'a',
      n: 2,
      name: 'x',
      tags: ['p', 'q', 'r'],
      rows: [
        { k: 1, v: 'one' },
        { k: 2, v: 'two' },
      ],
    },
    { _id: 'b', n: 1, name: 'x', o: { x: 1, y: 2 } },
    { _id: 'c', name: 'y', n: 2 },
    { _id: 'd', name: 'w' },
  ]);
  for (const from of [0, 600])
    await sdk.db.collection('numbers').add(Array.from({ length: 600 }, (_, i) => ({ _id: from + i })));
});
afterAll(() => sdk.close());

const things = () => sdk.db.collection('things');

describe('a page', () => {
  const numbers = () => sdk.db.collection('numbers');
  const idsOf = async (query: { get(): Promise<{ data: { _id: number }[] }> }) =>
    (await query.get()).data.map(doc => doc._id);

  test('has 100 documents when nothing is asked and 1,000 at most', async () => {
    expect(await idsOf(numbers())).toHaveLength(100);
    expect(await idsOf(numbers().limit(1_000))).toHaveLength(1_000);
    expect(await idsOf(numbers().limit(5_000))).toHaveLength(1_000);
    const { data } = await sdk.send('getDocument', { collectionName: 'numbers', limit: 5_000 });
    expect((data as { list: string[] }).list).toHaveLength(1_000);
  });

  test('starts where skip says', async () => {
    expect(await idsOf(numbers().orderBy('_id', 'desc').skip(10).limit(3))).toEqual([1189, 1188, 1187]);
    expect(await idsOf(numbers().skip(1_199))).toEqual([1199]);
    expect(await idsOf(numbers().skip(5_000))).toEqual([]);
  });

  test('comes in the order of insertion when none is asked', async () => {
    expect(await idsOf(numbers().skip(100).limit(3))).toEqual([100, 101, 102]);
  });

  test('count goes beyond a page', async () => {
    expect((await numbers().count()).total).toBe(1_200);
    expect(
      (
        await numbers()
          .where({ _id: sdk.db.command.gte(300) })
          .count()
      ).total,
    ).toBe(900);
  });

  test('fails when it is over 1 MB', async () => {
    const heavy = sdk.db.collection('heavy');
    const text = 'x'.repeat(300_000);
    for (const _id of ['a', 'b', 'c', 'd']) await heavy.add({ _id, text });
    expect((await heavy.limit(3).get()).data).toHaveLength(3);
    const { code, message } = await refusalOf(heavy.get());
    expect(code).toBe('DATABASE_REQUEST_FAILED');
    expect(message).toContain('1048576');
    expect((await heavy.field({ _id: true }).get()).data).toHaveLength(4);
    expect(await codeOf(heavy.aggregate().match({}).end())).toBe('DATABASE_REQUEST_FAILED');
  });
});

describe('order', () => {
  const namesOf = async (...order: [string, 'asc' | 'desc'][]) => {
    const asked = order.reduce<ReturnType<ReturnType<typeof things>['where']>>(
      (query, [path, way]) => query.orderBy(path, way),
      things().where({}),
    );
    return (await asked.get()).data.map((doc: { _id: string }) => doc._id).join('');
  };

  test('follows several keys, each in its direction', async () => {
    expect(await namesOf(['n', 'desc'], ['name', 'desc'], ['_id', 'asc'])).toBe('cabd');
    expect(await namesOf(['name', 'asc'], ['n', 'asc'])).toBe('dbac');
  });

  test('puts what is missing first', async () => {
    expect(await namesOf(['n', 'asc'], ['_id', 'asc'])).toBe('dbac');
    expect(await namesOf(['o.x', 'asc'], ['_id', 'desc'])).toBe('dcab');
  });

  test('puts types in order: null, number, text, object, list, boolean, date', async () => {
    const mixed = [new Date(0), true, [9], { a: 1 }, 'x', 5, null];
    await sdk.send('addCollection', { collectionName: 'mixed' });
    await sdk.db.collection('mixed').add(mixed.map((v, i) => ({ _id: i, v })));
    const { data } = await sdk.db.collection('mixed').orderBy('v', 'asc').get();
    // A list sorts by its smallest item, here a number.
    expect(data.map(doc => doc._id)).toEqual([6, 5, 2, 4, 3, 1, 0]);
  });
});

describe('projection', () => {
  const field = async (spec: object, id = 'a') => (await things().doc(id).field(spec).get()).data[0];

  test('keeps what is named, and the id', async () => {
    expect(await field({ n: true })).toEqual({ _id: 'a', n: 2 });
    expect(await field({ n: true, _id: false })).toEqual({ n: 2 });
    expect(await field({ 'o.x': 1 }, 'b')).toEqual({ _id: 'b', o: { x: 1 } });
    expect(await field({ 'rows.v': true })).toEqual({ _id: 'a', rows: [{ v: 'one' }, { v: 'two' }] });
  });

  test('drops what is named', async () => {
    expect(await field({ tags: false, rows: false, _id: false })).toEqual({ n: 2, name: 'x' });
    expect(await field({ 'o.x': false }, 'b')).toEqual({ _id: 'b', n: 1, name: 'x', o: { y: 2 } });
  });

  test('takes a part of a list', async () => {
    const { project } = sdk.db.command;
    expect(await field({ _id: 0, tags: project.slice(2), n: 1 })).toEqual({ tags: ['p', 'q'], n: 2 });
    expect(await field({ _id: 0, tags: project.slice([1, 1]), n: 1 })).toEqual({ tags: ['q'], n: 2 });
    expect(await field({ rows: project.elemMatch({ k: 2 }) })).toEqual({
      _id: 'a',
      rows: [{ k: 2, v: 'two' }],
    });
  });

  test('takes the item the query found', async () => {
    const { data } = await things().where({ 'rows.k': 2 }).field({ 'rows.$': 1 }).get();
    expect(data).toEqual([{ _id: 'a', rows: [{ k: 2, v: 'two' }] }]);
  });

  test.each([[{ n: 1, name: 0 }], [{ o: 1, 'o.x': 1 }], [{ 'o.x': 1, o: 1 }], [{ n: { $twist: 1 } }]])(
    '%j is refused',
    async spec => {
      expect(await codeOf(field(spec))).toMatch(/INVALID_PARAM|DATABASE_INVALID_OPERRATOR/);
    },
  );
});

test('a missing document is an empty list', async () => {
  expect((await things().doc('none').get()).data).toEqual([]);
});
