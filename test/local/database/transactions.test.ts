import { codeOf, openSdkDatabase, type SdkDatabase, type SdkTransaction } from './sdk-database';

let sdk: SdkDatabase;
beforeEach(async () => {
  const unique = { name: 'code', keys: [['code', 1]] as [string, number][], unique: true };
  sdk = await openSdkDatabase({ collections: { things: {}, codes: { indexes: [unique] } } });
  await sdk.db.collection('things').add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ]);
});
afterEach(() => sdk.close());

const start = (): Promise<SdkTransaction> => sdk.db.startTransaction();
const things = () => sdk.db.collection('things');
const inside = (transaction: SdkTransaction) => transaction.collection('things');
const numbers = async () =>
  (await things().orderBy('_id', 'asc').get()).data.map(doc => `${doc._id}${doc.n}`);
const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT';
const ENDED = 'DATABASE_TRANSACTION_FAIL';

test('what a transaction writes shows inside at once and outside when it is committed, all together', async () => {
  const transaction = await start();
  await inside(transaction).doc('a').update({ n: 2 });
  await inside(transaction).add({ _id: 'c', n: 2 });
  await inside(transaction).doc('d').set({ n: 2 });
  expect(await inside(transaction).doc('b').remove()).toMatchObject({ deleted: 1 });
  expect((await inside(transaction).doc('a').get()).data).toEqual({ _id: 'a', n: 2 });
  expect((await inside(transaction).doc('b').get()).data).toBeNull();
  const { data } = await inside(transaction).where({ n: 2 }).orderBy('_id', 'desc').get();
  expect(data.map((doc: { _id: string }) => doc._id)).toEqual(['d', 'c', 'a']);
  expect(await numbers()).toEqual(['a1', 'b1']);
  await transaction.commit();
  expect(await numbers()).toEqual(['a2', 'c2', 'd2']);
});

test('a rolled back transaction leaves nothing', async () => {
  const transaction = await start();
  await inside(transaction).doc('a').update({ n: 2 });
  await transaction.rollback();
  expect(await numbers()).toEqual(['a1', 'b1']);
  expect(await codeOf(inside(transaction).doc('a').get())).toBe(ENDED);
  expect(await codeOf(transaction.commit())).toBe(ENDED);
});

test('reads see the state of the first operation', async () => {
  const transaction = await start();
  expect((await inside(transaction).doc('a').get()).data).toEqual({ _id: 'a', n: 1 });
  await things().doc('b').update({ n: 5 });
  await things().add({ _id: 'c', n: 5 });
  expect((await inside(transaction).doc('b').get()).data).toEqual({ _id: 'b', n: 1 });
  expect((await inside(transaction).where({ n: 5 }).get()).data).toEqual([]);
  await transaction.commit();
});

test('a write to what was changed since then is a conflict and ends the transaction', async () => {
  const transaction = await start();
  await inside(transaction).doc('b').update({ n: 2 });
  await things().doc('a').update({ n: 5 });
  expect(await codeOf(inside(transaction).doc('a').update({ n: 2 }))).toBe(CONFLICT);
  expect(await codeOf(transaction.commit())).toBe(ENDED);
  expect(await numbers()).toEqual(['a5', 'b1']);
});

test('of two transactions that change one document the second is refused at once', async () => {
  const [first, second] = [await start(), await start()];
  await inside(first).doc('a').update({ n: 2 });
  await inside(second).doc('b').update({ n: 3 });
  expect(await codeOf(inside(second).doc('a').update({ n: 3 }))).toBe(CONFLICT);
  await first.commit();
  expect(await numbers()).toEqual(['a2', 'b1']);
});

test('two transactions that take one unique key are in conflict', async () => {
  const [first, second] = [await start(), await start()];
  await first.collection('codes').add({ _id: 'x', code: 7 });
  expect(await codeOf(second.collection('codes').add({ _id: 'y', code: 7 }))).toBe(CONFLICT);
  await first.commit();
  expect(await codeOf(sdk.db.collection('codes').add({ code: 7 }))).toBe('DATABASE_DUPLICATE_WRITE');
});

test('a refused operation ends the transaction', async () => {
  const transaction = await start();
  await inside(transaction).doc('b').update({ n: 2 });
  expect(await codeOf(inside(transaction).add({ _id: 'a' }))).toBe('DATABASE_DUPLICATE_WRITE');
  expect(await codeOf(transaction.commit())).toBe(ENDED);
  expect(await numbers()).toEqual(['a1', 'b1']);
});

test('updateAndReturn inside gives the new document', async () => {
  const transaction = await start();
  const { doc } = await inside(transaction)
    .where({ _id: 'a' })
    .updateAndReturn({ n: sdk.db.command.inc(4) });
  expect(doc).toEqual({ _id: 'a', n: 5 });
  expect(await numbers()).toEqual(['a1', 'b1']);
  await transaction.commit();
  expect(await numbers()).toEqual(['a5', 'b1']);
});

test('an update by where runs outside the transaction, as the SDK sends it', async () => {
  const transaction = await start();
  await inside(transaction).where({ n: 1 }).update({ n: 8 });
  expect(await numbers()).toEqual(['a8', 'b8']);
  await transaction.rollback();
  expect(await numbers()).toEqual(['a8', 'b8']);
});

test('a write outside waits for the transaction that holds the document', async () => {
  const transaction = await start();
  await inside(transaction)
    .doc('a')
    .update({ n: sdk.db.command.inc(1) });
  const outside = things()
    .doc('a')
    .update({ n: sdk.db.command.mul(10) });
  // The waiting request does not hold up others.
  await things().doc('b').update({ n: 3 });
  await transaction.commit();
  await outside;
  expect(await numbers()).toEqual(['a20', 'b3']);
});

test('lives 30 seconds of server time, then its locks are free', async () => {
  const transaction = await start();
  await inside(transaction).doc('a').update({ n: 2 });
  sdk.clock.now += 29_999;
  expect((await inside(transaction).doc('a').get()).data).toEqual({ _id: 'a', n: 2 });
  const outside = things().doc('a').update({ n: 9 });
  sdk.clock.now += 1;
  await outside;
  expect(await codeOf(transaction.commit())).toBe(ENDED);
  expect(await numbers()).toEqual(['a9', 'b1']);
});

test('runTransaction repeats after a conflict', async () => {
  let attempts = 0;
  const result = await sdk.db.runTransaction(async (transaction: SdkTransaction) => {
    attempts += 1;
    const { data } = await inside(transaction).doc('a').get();
    if (attempts === 1) await things().doc('a').update({ n: 40 });
    await inside(transaction)
      .doc('a')
      .update({ n: (data as unknown as { n: number }).n + 2 });
    return 'done';
  });
  expect([attempts, result]).toEqual([2, 'done']);
  expect(await numbers()).toEqual(['a42', 'b1']);
});

test('runTransaction rolls back when its function throws', async () => {
  const failing = sdk.db.runTransaction(async (transaction: SdkTransaction) => {
    await inside(transaction).doc('a').update({ n: 2 });
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(await numbers()).toEqual(['a1', 'b1']);
});

test('transfers at the same time lose nothing and double nothing', async () => {
  await things().doc('a').update({ n: 100 });
  const move = async (): Promise<void> => {
    try {
      await sdk.db.runTransaction(async (transaction: SdkTransaction) => {
        await inside(transaction)
          .doc('a')
          .update({ n: sdk.db.command.inc(-1) });
        await inside(transaction)
          .doc('b')
          .update({ n: sdk.db.command.inc(1) });
      });
    } catch (error) {
      if ((error as { code?: string }).code !== CONFLICT) throw error;
      await move();
    }
  };
  await Promise.all(Array.from({ length: 10 }, move));
  expect(await numbers()).toEqual(['a90', 'b11']);
});

test('the older requests for one document by its id', async () => {
  const { transactionId } = await sdk.send('startTransaction');
  const of = { collectionName: 'things', transactionId };
  const update = (_id: string, data: string, upsert = false) =>
    sdk.send('updateDocInTransaction', { ...of, _id, data, upsert });
  expect(await update('a', '{"$inc":{"n":{"$numberInt":"4"}}}')).toEqual({
    updated: '{"$numberInt":"1"}',
    upserted: null,
  });
  expect(await update('new', '{"n":3}', true)).toMatchObject({ upserted: '[{"_id":"new"}]' });
  const { data } = await sdk.send('getInTransaction', { ...of, _id: 'a' });
  expect(data).toBe('{"_id":"a","n":{"$numberInt":"5"}}');
  expect(await sdk.send('getInTransaction', { ...of, _id: 'none' })).toEqual({ data: 'null' });
  expect(await sdk.send('deleteDocInTransaction', { ...of, _id: 'b' })).toEqual({
    deleted: '{"$numberInt":"1"}',
  });
  await sdk.send('commitTransaction', { transactionId });
  expect(await numbers()).toEqual(['a5', 'new3']);
});
