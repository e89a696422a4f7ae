import { openSdkDatabase, refusalOf, type SdkDatabase } from './sdk-database';

let sdk: SdkDatabase;
beforeAll(async () => {
  sdk = await openSdkDatabase({ collections: { things: {} } });
});
afterAll(() => sdk.close());

let made = 0;
/** Stores a document, changes it, and says what it is then, without its id. */
async function changed(before: object, update: object, raw = false): Promise<unknown> {
  const things = sdk.db.collection('things');
  made += 1;
  const _id = `t${made}`;
  await things.add({ _id, ...before });
  const { updated } = await things.options({ raw }).where({ _id }).update(update);
  const [{ _id: _, ...doc }] = (await things.doc(_id).get()).data;
  return updated === 0 ? 'unchanged' : doc;
}

describe('the SDK commands', () => {
  type Command = SdkDatabase['db']['command'];
  const list = (...a: unknown[]) => ({ a });
  const rows: [string, object, (_: Command) => object, unknown][] = [
    ['a plain value sets', { a: 1 }, () => ({ b: 2 }), { a: 1, b: 2 }],
    ['an object is flattened to paths', { a: { x: 1 } }, () => ({ a: { y: 2 } }), { a: { x: 1, y: 2 } }],
    ['set replaces the whole object', { a: { x: 1 } }, _ => ({ a: _.set({ y: 2 }) }), { a: { y: 2 } }],
    ['a path into an array', list(1, 2), () => ({ 'a.1': 5 }), list(1, 5)],
    ['remove', { a: 1, b: 2 }, _ => ({ b: _.remove() }), { a: 1 }],
    ['inc', { a: 1 }, _ => ({ a: _.inc(-3), b: _.inc(2) }), { a: -2, b: 2 }],
    ['mul', { a: 3 }, _ => ({ a: _.mul(1.5), b: _.mul(2) }), { a: 4.5, b: 0 }],
    ['min', { a: 3, b: 3 }, _ => ({ a: _.min(2), b: _.min(4), c: _.min(1) }), { a: 2, b: 3, c: 1 }],
    ['max', { a: 3, b: 3 }, _ => ({ a: _.max(2), b: _.max(4) }), { a: 3, b: 4 }],
    ['rename', { a: 1 }, _ => ({ a: _.rename('b.c') }), { b: { c: 1 } }],
    ['bit', { a: 12 }, _ => ({ a: _.bit({ and: 10 }) }), { a: 8 }],
    ['push of one', list(1), _ => ({ a: _.push(2) }), list(1, 2)],
    ['push of a list adds its items', list(1), _ => ({ a: _.push([2, 3]) }), list(1, 2, 3)],
    ['push makes the list', {}, _ => ({ a: _.push([1]) }), list(1)],
    [
      'push with position, sort and slice',
      list(5, 1),
      _ => ({ a: _.push({ each: [4, 2], position: 1, sort: 1, slice: 3 }) }),
      list(1, 2, 4),
    ],
    [
      'push keeps the last by a negative slice',
      list(1, 2),
      _ => ({ a: _.push({ each: [3], slice: -2 }) }),
      list(2, 3),
    ],
    ['push at a position', list(1, 2), _ => ({ a: _.push({ each: [9], position: 1 }) }), list(1, 9, 2)],
    [
      'push sorts objects by their fields',
      list({ n: 2 }, { n: 9 }),
      _ => ({ a: _.push({ each: [{ n: 5 }], sort: { n: -1 } }) }),
      list({ n: 9 }, { n: 5 }, { n: 2 }),
    ],
    ['pop', list(1, 2), _ => ({ a: _.pop() }), list(1)],
    ['shift', list(1, 2), _ => ({ a: _.shift() }), list(2)],
    ['unshift', list(1), _ => ({ a: _.unshift([2, 3]) }), list(2, 3, 1)],
    ['pull of a value', list(1, 2, 1), _ => ({ a: _.pull(1) }), list(2)],
    ['pull by a condition', list(1, 5, 9), _ => ({ a: _.pull(_.gt(4)) }), list(1)],
    ['pull by a list', list(1, 5, 9), _ => ({ a: _.pull(_.in([1, 9])) }), list(5)],
    ['pull of objects', list({ k: 1, v: 1 }, { k: 2 }), _ => ({ a: _.pull({ k: _.lt(2) }) }), list({ k: 2 })],
    ['pullAll', list(1, 2, 1, 3), _ => ({ a: _.pullAll([1, 3]) }), list(2)],
    ['addToSet', list(1), _ => ({ a: _.addToSet(2) }), list(1, 2)],
    ['addToSet of what is there', list(1), _ => ({ a: _.addToSet(1) }), 'unchanged'],
    ['addToSet of several', list(1), _ => ({ a: _.addToSet({ $each: [1, 2, 2] }) }), list(1, 2)],
    [
      'several commands together',
      { a: 1, b: [1] },
      _ => ({ a: _.inc(1), b: _.push(2), c: 3 }),
      { a: 2, b: [1, 2], c: 3 },
    ],
    ['the same value again', { a: 1 }, () => ({ a: 1 }), 'unchanged'],
  ];
  test.each(rows)('%s', async (_name, before, update, expected) => {
    expect(await changed(before, update(sdk.db.command))).toEqual(expected);
  });
});

describe('operators as MongoDB writes them', () => {
  const rows: [string, object, object, unknown][] = [
    ['$push without $each adds the list itself', { a: [1] }, { $push: { a: [2] } }, { a: [1, [2]] }],
    ['$pop of the first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['$unset in an array leaves null', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['$bit or and xor', { a: 1, b: 3 }, { $bit: { a: { or: 6 }, b: { xor: 1 } } }, { a: 7, b: 2 }],
    ['$setOnInsert leaves what is there', { a: 1 }, { $setOnInsert: { b: 1 } }, 'unchanged'],
    ['$[] changes every item', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
    [
      '$[] inside items',
      { a: [{ n: 1 }, { n: 2 }] },
      { $mul: { 'a.$[].n': 3 } },
      { a: [{ n: 3 }, { n: 6 }] },
    ],
    ['a place behind the end', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$min compares across types', { a: 'x' }, { $min: { a: 5 } }, { a: 5 }],
    ['$currentDate', { a: 1 }, { $currentDate: { a: true } }, { a: new Date(Date.UTC(2026, 0, 1)) }],
  ];
  test.each(rows)('%s', async (_name, before, update, expected) => {
    expect(await changed(before, update, true)).toEqual(expected);
  });

  test('$ is the item the query found', async () => {
    const things = sdk.db.collection('things');
    await things.add({
      _id: 'p',
      rows: [
        { k: 'a', n: 1 },
        { k: 'b', n: 1 },
      ],
    });
    const { updated } = await things.where({ _id: 'p', 'rows.k': 'b' }).update({ 'rows.$.n': 7 });
    expect(updated).toBe(1);
    expect((await things.doc('p').get()).data[0].rows).toEqual([
      { k: 'a', n: 1 },
      { k: 'b', n: 7 },
    ]);
  });

  test('$[name] takes the items its filter finds', async () => {
    await sdk.db.collection('things').add({ _id: 'f', n: [1, 5, 9] });
    await sdk.send('modifyDocument', {
      collectionName: 'things',
      query: '{"_id":"f"}',
      data: '{"$set":{"n.$[big]":0}}',
      arrayFilters: '[{"big":{"$gt":4}}]',
    });
    expect((await sdk.db.collection('things').doc('f').get()).data[0].n).toEqual([1, 0, 0]);
  });

  test('the query of an upsert becomes a part of the document', async () => {
    const { data } = await sdk.send('modifyDocument', {
      collectionName: 'things',
      query: '{"kind":"up","n":{"$gt":3}}',
      data: '{"$inc":{"count":1},"$setOnInsert":{"first":true}}',
      upsert: true,
    });
    const { upsert_id } = data as { upsert_id: string };
    const { data: list } = await sdk.db.collection('things').where({ kind: 'up' }).get();
    expect(list).toEqual([{ _id: upsert_id, kind: 'up', count: 1, first: true }]);
  });
});

describe('a refused update changes nothing', () => {
  const before = { a: 'text', n: 1, list: [1], o: { x: 1 } };
  test.each<[string, object]>([
    ['inc of a text', { $set: { n: 2 }, $inc: { a: 1 } }],
    ['inc by a text', { $set: { n: 2 }, $inc: { n2: 'x' } }],
    ['push to a text', { $set: { n: 2 }, $push: { a: 1 } }],
    ['push with an unknown clause', { $set: { n: 2 }, $push: { list: { $each: [1], $when: 1 } } }],
    ['pop by 2', { $pop: { list: 2 } }],
    ['a path through a text', { $set: { n: 2, 'a.b': 1 } }],
    ['a name in an array', { $set: { n: 2, 'list.x': 1 } }],
    ['two changes of one path', { $set: { o: 1 }, $inc: { 'o.x': 1 } }],
    ['another _id', { $set: { n: 2, _id: 'other' } }],
    ['an unknown operator', { $set: { n: 2 }, $twist: { a: 1 } }],
    ['a field among operators', { $set: { n: 2 }, b: 1 }],
    ['an operator without fields', { $set: {} }],
    ['an empty field name', { $set: { n: 2, 'o..x': 1 } }],
    ['a field name with a dollar', { $set: { n: 2, 'o.$bad': 1 } }],
    ['$ without a match in the query', { $set: { n: 2, 'list.$': 1 } }],
    ['bit of a fraction', { $set: { n: 2 }, $bit: { n2: { and: 1.5 } } }],
    ['too deep', { $set: { n: 2, [Array(150).fill('d').join('.')]: 1 } }],
  ])('%s', async (_name, update) => {
    made += 1;
    const things = sdk.db.collection('things');
    await things.add({ _id: `r${made}`, ...before });
    const { code } = await refusalOf(
      things
        .options({ raw: true })
        .where({ _id: `r${made}` })
        .update(update),
    );
    expect(code).toMatch(/^(DATABASE_|INVALID_PARAM)/);
    expect((await things.doc(`r${made}`).get()).data).toEqual([{ _id: `r${made}`, ...before }]);
  });
});
