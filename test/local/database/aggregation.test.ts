import { listOf, openBooks, type Pipeline } from './books';
import { codeOf, refusalOf, type SdkDatabase } from './sdk-database';

let sdk: SdkDatabase;
beforeAll(async () => {
  sdk = await openBooks();
});
afterAll(() => sdk.close());

const books = (): Pipeline => sdk.db.collection('books').aggregate();
const raw = (stages: object[], collection = 'books') =>
  listOf(sdk.db.collection(collection).options({ raw: true }).aggregate(stages));

describe('stages through the SDK', () => {
  test('match, sort, skip, limit and project', async () => {
    const { command: _ } = sdk.db;
    const pipeline = books()
      .match({ price: _.gte(10) })
      .sort({ price: -1 })
      .skip(1)
      .limit(1)
      .project({ title: 1, double: _.aggregate.multiply(['$price', 2]) });
    expect(await listOf(pipeline)).toEqual([{ _id: 'b', title: 'Beta', double: 40 }]);
  });

  test('match after sort and limit sees only what they left', async () => {
    expect(await listOf(books().sort({ price: 1 }).limit(1).match({ price: 20 }))).toEqual([]);
    expect(await listOf(books().limit(2).skip(1).project({ title: 1 }))).toEqual([
      { _id: 'b', title: 'Beta' },
    ]);
  });

  test('group with every accumulator', async () => {
    const $ = sdk.db.command.aggregate;
    const pipeline = books()
      .sort({ price: 1 })
      .group({
        _id: null,
        sum: $.sum('$price'),
        count: $.sum(1),
        avg: $.avg('$price'),
        min: $.min('$price'),
        max: $.max('$price'),
        first: $.first('$title'),
        last: $.last('$title'),
        list: $.push('$_id'),
        set: $.addToSet('$price'),
        spread: $.stdDevPop('$price'),
      });
    expect(await listOf(pipeline)).toEqual([
      {
        _id: null,
        sum: 60,
        count: 3,
        avg: 20,
        min: 10,
        max: 30,
        first: 'Alpha',
        last: 'Gamma',
        list: ['a', 'b', 'c'],
        set: expect.arrayContaining([10, 20, 30]),
        spread: expect.closeTo(8.165, 3),
      },
    ]);
  });

  test('group by object ids and by several fields', async () => {
    const $ = sdk.db.command.aggregate;
    const byShop = await listOf(
      books()
        .group({ _id: '$shop', n: $.sum(1) })
        .sort({ n: 1 }),
    );
    expect(byShop).toMatchObject([{ n: 1 }, { n: 2 }]);
    const byBoth = await listOf(
      books().group({ _id: { shop: '$shop', cheap: $.lt(['$price', 15]) }, n: $.sum(1) }),
    );
    expect(byBoth).toHaveLength(3);
  });

  test('unwind, with and without empty lists', async () => {
    expect(await listOf(books().unwind('$tags').count('n'))).toEqual([{ n: 3 }]);
    const kept = books().unwind({ path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' });
    expect(await listOf(kept.project({ tags: 1, i: 1 }))).toEqual([
      { _id: 'a', tags: 'x', i: 0 },
      { _id: 'a', tags: 'y', i: 1 },
      { _id: 'b', tags: 'x', i: 0 },
      { _id: 'c', i: null },
    ]);
  });

  test('sortByCount, bucket, bucketAuto, sample, addFields and replaceRoot', async () => {
    expect(await listOf(books().unwind('$tags').sortByCount('$tags'))).toEqual([
      { _id: 'x', count: 2 },
      { _id: 'y', count: 1 },
    ]);
    const bucket = books().bucket({
      groupBy: '$price',
      boundaries: [0, 15, 100],
      output: { ids: { $push: '$_id' } },
    });
    expect(await listOf(bucket)).toEqual([
      { _id: 0, ids: ['a'] },
      { _id: 15, ids: ['b', 'c'] },
    ]);
    expect(await listOf(books().bucketAuto({ groupBy: '$price', buckets: 2 }))).toHaveLength(2);
    expect(await listOf(books().sample({ size: 2 }))).toHaveLength(2);
    const rooted = books()
      .match({ _id: 'a' })
      .addFields({ o: { deep: '$price' } })
      .replaceRoot({ newRoot: '$o' });
    expect(await listOf(rooted)).toEqual([{ deep: 10 }]);
  });

  test('an empty collection gives nothing', async () => {
    expect(await listOf(sdk.db.collection('empty').aggregate().group({ _id: null }))).toEqual([]);
  });
});

describe('lookup', () => {
  test('joins by equality', async () => {
    const pipeline = books()
      .lookup({ from: 'sales', localField: '_id', foreignField: 'book', as: 'sales' })
      .project({ n: '$sales.n' });
    expect(await listOf(pipeline)).toEqual([
      { _id: 'a', n: [3, 4] },
      { _id: 'b', n: [5] },
      { _id: 'c', n: [] },
    ]);
    expect(sdk.database.lastRead('sales')).toMatchObject({ index: 'book' });
  });

  test('joins by a pipeline with let', async () => {
    const $ = sdk.db.command.aggregate;
    const inner = $.pipeline()
      .match(sdk.db.command.expr($.and([$.eq(['$book', '$$id']), $.gt(['$n', 3])])))
      .project({ _id: 0, n: 1 })
      .done();
    const pipeline = books()
      .lookup({ from: 'sales', let: { id: '$_id' }, pipeline: inner, as: 'big' })
      .project({ big: 1 });
    expect(await listOf(pipeline)).toEqual([
      { _id: 'a', big: [{ n: 4 }] },
      { _id: 'b', big: [{ n: 5 }] },
      { _id: 'c', big: [] },
    ]);
    expect(sdk.database.lastRead('sales')).toMatchObject({ index: 'book', docsExamined: 0 });
  });

  test('a missing field joins with null, an empty list with nothing', async () => {
    const by = (localField: string) =>
      raw([
        { $match: { _id: 'c' } },
        { $lookup: { from: 'sales', localField, foreignField: 'book', as: 's' } },
        { $project: { n: { $size: '$s' } } },
      ]);
    expect(await by('none')).toEqual([{ _id: 'c', n: 1 }]);
    expect(await by('tags')).toEqual([{ _id: 'c', n: 0 }]);
  });

  test('a pipeline without let is the same for all', async () => {
    const lookup = { from: 'sales', pipeline: [{ $match: { n: { $gt: 3 } } }, { $count: 'n' }], as: 's' };
    expect(await raw([{ $lookup: lookup }, { $project: { s: 1 } }])).toEqual(
      ['a', 'b', 'c'].map(_id => ({ _id, s: [{ n: 2 }] })),
    );
  });
});

describe('stages as MongoDB writes them', () => {
  test('facet', async () => {
    const facet = { cheap: [{ $match: { price: 10 } }, { $count: 'n' }], all: [{ $count: 'n' }] };
    expect(await raw([{ $facet: facet }])).toEqual([{ cheap: [{ n: 1 }], all: [{ n: 3 }] }]);
  });

  test('set, unset, unionWith and replaceWith', async () => {
    const stages = [
      { $set: { kind: 'book' } },
      { $unset: ['tags', 'shop', 'at', 'title', 'price'] },
      { $unionWith: { coll: 'sales', pipeline: [{ $match: { n: 5 } }, { $project: { n: 1 } }] } },
    ];
    expect(await raw([...stages, { $match: { $or: [{ _id: 'a' }, { n: 5 }] } }])).toEqual([
      { _id: 'a', kind: 'book' },
      { _id: 3, n: 5 },
    ]);
    expect(await raw([{ $limit: 1 }, { $replaceWith: { t: '$title' } }])).toEqual([{ t: 'Alpha' }]);
  });

  test('addFields reaches into objects and the items of lists', async () => {
    const rows = { $addFields: { rows: [{ k: 1 }, { k: 2 }], o: { a: 1, b: 1 } } };
    const stages = [{ $limit: 1 }, rows, { $addFields: { 'rows.n': '$price', o: { b: '$$REMOVE', c: 3 } } }];
    expect(await raw([...stages, { $project: { rows: 1, o: 1 } }])).toEqual([
      {
        _id: 'a',
        rows: [
          { k: 1, n: 10 },
          { k: 2, n: 10 },
        ],
        o: { a: 1, c: 3 },
      },
    ]);
  });

  test('push leaves out what is missing', async () => {
    const [doc] = await raw([{ $sort: { _id: 1 } }, { $group: { _id: null, at: { $push: '$at' } } }]);
    expect((doc as { at: Date[] }).at).toHaveLength(2);
  });

  test('an index serves the beginning of a pipeline', async () => {
    await raw([{ $match: { book: 'b' } }, { $group: { _id: null, n: { $sum: '$n' } } }], 'sales');
    expect(sdk.database.lastRead('sales')).toMatchObject({ index: 'book', docsExamined: 1 });
  });

  test('$$NOW is the server clock', async () => {
    const [doc] = await raw([{ $limit: 1 }, { $project: { _id: 0, now: '$$NOW' } }]);
    expect(doc).toEqual({ now: new Date(sdk.clock.now) });
  });
});

describe('what cannot be answered', () => {
  test.each([
    [[{ $out: 'x' }], '$out'],
    [[{ $merge: 'x' }], '$merge'],
    [[{ $twist: 1 }], '$twist'],
    [[{ constructor: 1 }], 'constructor'],
    [[{ $project: { a: { $twist: 1 } } }], '$twist'],
    [[{ $group: { n: { $sum: 1 } } }], '$group'],
    [[{ $limit: -1 }], '$limit'],
    [[{ $match: 5 }], '$match'],
    [[{ $match: { a: { $near: 1 } } }], '$near'],
    [[{ $project: { a: { $function: { body: 'x', args: [], lang: 'js' } } } }], '$function'],
  ])('%j names it', async (stages, name) => {
    const { code, message } = await refusalOf(
      sdk.send('aggregateDocuments', {
        collectionName: 'books',
        stages: stages.map(stage => {
          const [[stageKey, value] = []] = Object.entries(stage);
          return { stageKey, stageValue: JSON.stringify(value) };
        }),
      }),
    );
    expect(code).toMatch(/^(DATABASE_|INVALID_PARAM)/);
    expect(message).toContain(name);
  });

  test('a missing collection', async () => {
    expect(await codeOf(sdk.db.collection('nowhere').aggregate().match({}).end())).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    );
  });
});
