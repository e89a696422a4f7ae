import { openSdkDatabase, type SdkDatabase } from './sdk-database';

/** A small shop to aggregate over. */
export async function openBooks(): Promise<SdkDatabase> {
  const byBook = { name: 'book', keys: [['book', 1]] as [string, number][], unique: false };
  const sdk = await openSdkDatabase({ collections: { books: {}, sales: { indexes: [byBook] }, empty: {} } });
  const { db } = sdk;
  const oid = (n: number) => db.ObjectId({ id: String(n).repeat(24) });
  await db.collection('books').add([
    {
      _id: 'a',
      title: 'Alpha',
      price: 10,
      tags: ['x', 'y'],
      shop: oid(1),
      at: new Date(Date.UTC(2026, 0, 5)),
    },
    { _id: 'b', title: 'Beta', price: 20, tags: ['x'], shop: oid(1), at: new Date(Date.UTC(2026, 1, 5)) },
    { _id: 'c', title: 'Gamma', price: 30, tags: [], shop: oid(2) },
  ]);
  await db.collection('sales').add([
    { _id: 1, book: 'a', n: 3 },
    { _id: 2, book: 'a', n: 4 },
    { _id: 3, book: 'b', n: 5 },
    { _id: 4, book: null, n: 1 },
  ]);
  return sdk;
}

export type Pipeline = ReturnType<ReturnType<SdkDatabase['db']['collection']>['aggregate']>;

export const listOf = async (pipeline: Pipeline): Promise<unknown[]> =>
  (await pipeline.end()).data as unknown[];
