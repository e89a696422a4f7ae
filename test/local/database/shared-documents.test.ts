import { listOf, openBooks } from './books';
import type { SdkDatabase } from './sdk-database';

let sdk: SdkDatabase;
beforeAll(async () => {
  sdk = await openBooks();
});
afterAll(() => sdk.close());

const aggregated = (...stages: object[]) =>
  listOf(sdk.db.collection('books').options({ raw: true }).aggregate(stages));
/** A plain read sends the stored text; an aggregate shows the parsed documents themselves. */
const stored = () => aggregated({ $sort: { _id: 1 } });

/** Documents are parsed once and then shared by all reads, so nothing may change them. */
describe('a document that was read', () => {
  const unwindAll = { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at' };
  const lookup = { from: 'sales', localField: '_id', foreignField: 'book' };
  const stages: [string, object[]][] = [
    ['unwind', [{ $unwind: '$tags' }, { $set: { tags: 'changed' } }]],
    ['unwind with options', [{ $unwind: unwindAll }]],
    ['set inside', [{ $set: { 'tags.x': 1, price: 0 } }]],
    ['unset', [{ $unset: ['tags', 'price'] }]],
    ['project', [{ $project: { tags: 0 } }]],
    ['lookup', [{ $lookup: { ...lookup, as: 'sold' } }]],
    ['lookup into a field', [{ $set: { more: {} } }, { $lookup: { ...lookup, as: 'more.sold' } }]],
    ['lookup over a field', [{ $lookup: { ...lookup, as: 'tags.sold' } }]],
    ['reversed lists', [{ $project: { tags: { $reverseArray: '$tags' } } }]],
    ['pushed documents', [{ $group: { _id: null, all: { $push: '$$ROOT' } } }, { $unset: 'all.tags' }]],
    ['facet', [{ $facet: { a: [{ $unset: 'tags' }], b: [{ $unwind: '$tags' }] } }]],
    ['replaced root', [{ $replaceRoot: { newRoot: { $mergeObjects: ['$$ROOT', { price: 1 }] } } }]],
  ];

  test.each(stages)('stays as it is through %s', async (_name, pipeline) => {
    const before = await stored();
    await aggregated(...pipeline).catch(() => undefined);
    await aggregated(...pipeline).catch(() => undefined);
    expect(await stored()).toEqual(before);
  });

  test('stays as it is when an update of it fails', async () => {
    const before = await stored();
    const update = { $set: { price: 99 }, $push: { title: 'no list' } };
    await expect(
      sdk.db.collection('books').options({ raw: true }).where({ _id: 'a' }).update(update),
    ).rejects.toThrow();
    expect(await stored()).toEqual(before);
  });

  test('stays as it is for others while a transaction changes it', async () => {
    const before = await stored();
    const transaction = await sdk.db.startTransaction();
    await transaction.collection('books').doc('a').update({ price: 99 });
    expect(await stored()).toEqual(before);
    await transaction.rollback();
    expect(await stored()).toEqual(before);
  });

  test('is another one after it was changed and changed back', async () => {
    const book = sdk.db.collection('books').doc('b');
    await book.update({ price: 21 });
    expect((await book.get()).data).toMatchObject([{ price: 21 }]);
    await book.update({ price: 20 });
    expect((await book.get()).data).toMatchObject([{ price: 20 }]);
  });
});

describe('unwind', () => {
  test('takes what is no list as a list of itself, and drops what is missing, null or empty', async () => {
    expect(await aggregated({ $unwind: '$title' }, { $project: { title: 1 } })).toEqual([
      { _id: 'a', title: 'Alpha' },
      { _id: 'b', title: 'Beta' },
      { _id: 'c', title: 'Gamma' },
    ]);
    const gaps = [{ $set: { x: { $cond: [{ $eq: ['$_id', 'a'] }, null, []] } } }, { $unwind: '$x' }];
    expect(await aggregated(...gaps)).toEqual([]);
    expect(await aggregated({ $unwind: '$none' })).toEqual([]);
  });
});
