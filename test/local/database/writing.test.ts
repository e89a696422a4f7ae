import { EJSON } from 'bson';
import { codeOf, openSdkDatabase, type SdkDatabase, type SdkTransaction } from './sdk-database';

let sdk: SdkDatabase;
beforeEach(async () => {
  const unique = { name: 'number', keys: [['number', 1]] as [string, number][], unique: true };
  sdk = await openSdkDatabase({ collections: { things: {}, seats: { indexes: [unique] } } });
});
afterEach(() => sdk.close());

const things = () => sdk.db.collection('things');
const idsOf = async (name = 'things') =>
  (await sdk.db.collection(name).orderBy('_id', 'asc').get()).data.map(doc => doc._id);

describe('adding', () => {
  test('gives an id when there is none', async () => {
    const { id } = (await things().add({ a: 1 })) as { id: string };
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect((await things().doc(id).get()).data).toEqual([{ _id: id, a: 1 }]);
  });

  test('takes several at once and numbers as ids', async () => {
    expect(await things().add([{ _id: 1 }, { _id: 'b' }])).toMatchObject({ ids: [1, 'b'] });
    expect((await things().doc(1).get()).data).toEqual([{ _id: 1 }]);
  });

  test('an id is there once', async () => {
    await things().add({ _id: 'a' });
    expect(await codeOf(things().add({ _id: 'a', other: 1 }))).toBe('DATABASE_DUPLICATE_WRITE');
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a' }]);
  });

  test('of several, those before the refused one stay', async () => {
    expect(await codeOf(things().add([{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, { _id: 'c' }]))).toBe(
      'DATABASE_DUPLICATE_WRITE',
    );
    expect(await idsOf()).toEqual(['a', 'b']);
  });

  test('a unique index takes a missing field as null', async () => {
    const seats = sdk.db.collection('seats');
    await seats.add([{ _id: 'a', number: 1 }, { _id: 'b' }]);
    expect(await codeOf(seats.add({ _id: 'c' }))).toBe('DATABASE_DUPLICATE_WRITE');
    expect(await codeOf(seats.add({ _id: 'c', number: null }))).toBe('DATABASE_DUPLICATE_WRITE');
    expect(await codeOf(seats.doc('b').update({ number: 1 }))).toBe('DATABASE_DUPLICATE_WRITE');
    await seats.doc('b').update({ number: 2 });
    await seats.add({ _id: 'c' });
    expect(await idsOf('seats')).toEqual(['a', 'b', 'c']);
  });

  test('keeps every type', async () => {
    const { db } = sdk;
    const at = new Date(5);
    const oid = 'aaaaaaaaaaaaaaaaaaaaaaaa';
    const doc = {
      n: 1.5,
      big: 2 ** 40,
      text: '理一理 🧹',
      yes: true,
      none: null,
      list: [1, ['x'], {}],
      o: { deep: { at } },
    };
    await things().add({ _id: 'a', ...doc, oid: db.ObjectId({ id: oid }), point: new db.Geo.Point(1, 2) });
    const [read] = (await things().doc('a').get()).data;
    expect(read).toMatchObject({ _id: 'a', ...doc, point: { longitude: 1, latitude: 2 } });
    expect(
      (
        await things()
          .where({ oid: db.ObjectId({ id: oid }) })
          .get()
      ).data,
    ).toHaveLength(1);
  });

  test('keeps number types apart as BSON does', async () => {
    const data =
      '{"_id":"a","int":{"$numberInt":"5"},"long":{"$numberLong":"5"},"double":{"$numberDouble":"5.0"}}';
    await sdk.send('insertDocument', { collectionName: 'things', data: [data] });
    const { data: reply } = await sdk.send('getDocument', { collectionName: 'things' });
    expect(reply).toEqual({ list: [data] });
    expect((await things().where({ int: 5, long: 5, double: 5 }).get()).data).toHaveLength(1);
  });
});

describe('server dates', () => {
  const moment = (ms: number) => new Date(sdk.clock.now + ms);

  test('are the server clock plus an offset, wherever they stand', async () => {
    const { db } = sdk;
    await things().add({ _id: 'a', at: db.serverDate(), list: [{ at: db.serverDate({ offset: 5 }) }] });
    sdk.clock.now += 3_600_000;
    await things()
      .doc('a')
      .update({ later: db.serverDate({ offset: -1_000 }), o: { at: db.serverDate() } });
    await things()
      .doc('a')
      .update({ list: db.command.push([{ at: db.serverDate() }]) });
    await things()
      .doc('b')
      .set({ at: db.serverDate({ offset: 60_000 }) });
    const [a, b] = (await things().orderBy('_id', 'asc').get()).data;
    expect(a).toEqual({
      _id: 'a',
      at: moment(-3_600_000),
      list: [{ at: moment(-3_599_995) }, { at: moment(0) }],
      later: moment(-1_000),
      o: { at: moment(0) },
    });
    expect(b).toEqual({ _id: 'b', at: moment(60_000) });
  });

  test('compare in queries', async () => {
    await things().add([
      { _id: 'past', at: moment(-1) },
      { _id: 'future', at: moment(1) },
    ]);
    const { data } = await things()
      .where({ at: sdk.db.command.lt(sdk.db.serverDate()) })
      .get();
    expect(data.map(doc => doc._id)).toEqual(['past']);
  });

  test('work inside a transaction', async () => {
    await things().add({ _id: 'a' });
    await sdk.db.runTransaction(async (transaction: SdkTransaction) => {
      const list = transaction.collection('things');
      await list.doc('a').update({ at: sdk.db.serverDate({ offset: 7 }) });
      await list.doc('b').set({ at: sdk.db.serverDate() });
      await list.add({ _id: 'c', at: sdk.db.serverDate() });
    });
    const { data } = await things().orderBy('_id', 'asc').get();
    expect(data.map(doc => doc.at)).toEqual([moment(7), moment(0), moment(0)]);
  });
});

describe('changing and removing', () => {
  beforeEach(() =>
    things().add([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 2 },
    ]),
  );

  test('set makes a document, then replaces it whole', async () => {
    expect(await things().doc('new').set({ n: 5 })).toMatchObject({ updated: 0, upsertedId: 'new' });
    const again = await things().doc('new').set({ m: 6 });
    expect(again).toMatchObject({ updated: 1, upsertedId: null });
    expect((await things().doc('new').get()).data).toEqual([{ _id: 'new', m: 6 }]);
  });

  test('update counts what it changed', async () => {
    expect(await things().where({ n: 2 }).update({ m: 1 })).toMatchObject({ updated: 2, upsertId: null });
    expect(await things().where({ n: 2 }).update({ m: 1 })).toMatchObject({ updated: 0 });
    expect(await things().where({ n: 9 }).update({ m: 1 })).toMatchObject({ updated: 0 });
    expect(await things().doc('missing').update({ m: 1 })).toMatchObject({ updated: 0 });
    const one = things().where({ n: 2 }).options({ multiple: false });
    expect(await one.update({ k: 1 })).toMatchObject({ updated: 1 });
  });

  test('an update that moves documents along its own index meets each once', async () => {
    const { updated } = await things()
      .where({ n: sdk.db.command.gt(0) })
      .update({ n: sdk.db.command.inc(1) });
    expect(updated).toBe(3);
    expect((await things().orderBy('_id', 'asc').get()).data.map(doc => doc.n)).toEqual([2, 3, 3]);
  });

  test('updateAndReturn gives the document as it is afterwards', async () => {
    const { command: _ } = sdk.db;
    const found = await things()
      .where({ _id: 'a', n: _.lt(2) })
      .updateAndReturn({ n: _.inc(1) });
    expect(found).toMatchObject({ updated: 1, doc: { _id: 'a', n: 2 } });
    const none = await things()
      .where({ _id: 'a', n: _.lt(2) })
      .updateAndReturn({ n: _.inc(1) });
    expect(none).toMatchObject({ updated: 0, doc: null });
  });

  test('remove counts what was there', async () => {
    expect(await things().doc('a').remove()).toMatchObject({ deleted: 1 });
    expect(await things().doc('a').remove()).toMatchObject({ deleted: 0 });
    expect(await things().where({ n: 2 }).remove()).toMatchObject({ deleted: 2 });
    expect(await idsOf()).toEqual([]);
  });

  test('a replacement leaves the id alone and takes no operators', async () => {
    const replace = (data: object) =>
      sdk.send('modifyDocument', {
        collectionName: 'things',
        query: '{"_id":"a"}',
        data: EJSON.stringify(data),
        merge: false,
      });
    await replace({ _id: 'z', n: 9 });
    await expect(replace({ $set: { n: 1 } })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', n: 9 }]);
  });

  test('fifty at once add up', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () =>
        things()
          .doc('a')
          .update({ n: sdk.db.command.inc(1) }),
      ),
    );
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', n: 51 }]);
  });
});
