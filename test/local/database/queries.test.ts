import { openSdkDatabase, refusalOf, type SdkDatabase } from './sdk-database';

let sdk: SdkDatabase;
beforeAll(async () => {
  sdk = await openSdkDatabase({ collections: { people: {} } });
  await sdk.db.collection('people').add([
    {
      _id: 'ann',
      age: 31,
      tags: ['red', 'blue'],
      home: { city: '北京', zip: 1 },
      scores: [
        { k: 'a', n: 1 },
        { k: 'b', n: 9 },
      ],
    },
    {
      _id: 'bob',
      age: 25,
      tags: ['blue'],
      home: { city: '上海', zip: 2 },
      nick: null,
      scores: [{ k: 'a', n: 9 }],
    },
    { _id: 'cat', age: 25.5, tags: [], home: { city: '北京', zip: 3 }, nick: 'Kitty', flags: 6 },
    { _id: 'dan', age: '31', tags: 'red', born: new Date(86_400_000), flags: 5 },
  ]);
});
afterAll(() => sdk.close());

async function idsOf(where: object, raw = false): Promise<string> {
  const people = sdk.db.collection('people');
  const query = raw ? people.options({ raw: true }).where(where) : people.where(where);
  const { data } = await query.orderBy('_id', 'asc').get();
  return data.map(doc => doc._id).join(' ');
}

describe('the SDK commands', () => {
  const rows: [string, (_: SdkDatabase['db']['command']) => object, string][] = [
    ['a plain value', () => ({ age: 31 }), 'ann'],
    ['eq', _ => ({ age: _.eq(25) }), 'bob'],
    ['neq also finds what has no such field', _ => ({ nick: _.neq('Kitty') }), 'ann bob dan'],
    ['gt stays within a type', _ => ({ age: _.gt(25) }), 'ann cat'],
    ['gte', _ => ({ age: _.gte(25.5) }), 'ann cat'],
    ['lt', _ => ({ age: _.lt(26) }), 'bob cat'],
    ['lte', _ => ({ age: _.lte(25) }), 'bob'],
    ['in', _ => ({ age: _.in([25, '31']) }), 'bob dan'],
    ['in with null finds what has no such field', _ => ({ nick: _.in([null]) }), 'ann bob dan'],
    ['nin', _ => ({ age: _.nin([25, '31']) }), 'ann cat'],
    ['a range by and', _ => ({ age: _.gt(25).and(_.lt(31)) }), 'cat'],
    ['or of one field', _ => ({ age: _.or(_.eq(25), _.gt(30)) }), 'ann bob'],
    ['or of several fields', _ => _.or([{ age: 25 }, { nick: 'Kitty' }]), 'bob cat'],
    ['and', _ => _.and([{ age: _.gt(20) }, { 'home.city': '北京' }]), 'ann cat'],
    ['nor', _ => _.nor([{ age: 25 }, { nick: 'Kitty' }]), 'ann dan'],
    ['not', _ => ({ age: _.not(_.gt(25)) }), 'bob dan'],
    ['exists', _ => ({ nick: _.exists(true) }), 'bob cat'],
    ['does not exist', _ => ({ nick: _.exists(false) }), 'ann dan'],
    ['null finds null and missing', () => ({ nick: null }), 'ann bob dan'],
    // The SDK's types leave out the arguments of `mod`.
    ['mod', _ => ({ flags: (_.mod as (...args: number[]) => unknown)(3, 0) }), 'cat'],
    ['all', _ => ({ tags: _.all(['red', 'blue']) }), 'ann'],
    ['size', _ => ({ tags: _.size(0) }), 'cat'],
    ['elemMatch asks one item for everything', _ => ({ scores: _.elemMatch({ k: 'a', n: _.gt(5) }) }), 'bob'],
    ['a value looks into arrays', () => ({ tags: 'red' }), 'ann dan'],
    ['a path goes through arrays', () => ({ 'scores.n': 9 }), 'ann bob'],
    ['a number in a path is a position', () => ({ 'scores.0.n': 9 }), 'bob'],
    ['an object is flattened to paths', () => ({ home: { city: '北京' } }), 'ann cat'],
    ['a date', _ => ({ born: _.lt(new Date()) }), 'dan'],
    ['a regular expression', () => ({ nick: /^kit/i }), 'cat'],
    ['an expression between fields', _ => _.expr({ $gt: ['$home.zip', 2] }), 'cat'],
  ];
  test.each(rows)('%s', async (_name, where, ids) => {
    expect(await idsOf(where(sdk.db.command))).toBe(ids);
  });

  test('db.RegExp with options', async () => {
    expect(await idsOf({ nick: sdk.db.RegExp({ regexp: 'TTY$', options: 'i' }) })).toBe('cat');
  });
});

describe('operators as MongoDB writes them', () => {
  const rows: [string, object, string][] = [
    ['$type by name', { age: { $type: 'string' } }, 'dan'],
    ['$type by number', { age: { $type: 16 } }, 'ann bob'],
    ['$regex with $options', { nick: { $regex: 'KIT', $options: 'i' } }, 'cat'],
    ['$bitsAllSet', { flags: { $bitsAllSet: 4 } }, 'cat dan'],
    ['$bitsAnySet', { flags: { $bitsAnySet: 1 } }, 'dan'],
    ['$bitsAllClear', { flags: { $bitsAllClear: [0] } }, 'cat'],
    ['$bitsAnyClear', { flags: { $bitsAnyClear: 3 } }, 'cat dan'],
    ['a whole object, its fields in this order', { home: { city: '北京', zip: 1 } }, 'ann'],
    ['not the same object in another order', { home: { zip: 1, city: '北京' } }, ''],
    ['a whole array', { tags: ['red', 'blue'] }, 'ann'],
    ['$elemMatch with operators', { tags: { $elemMatch: { $gt: 'blue' } } }, 'ann'],
    ['$not with a regular expression', { nick: { $not: { $regex: '^K' } } }, 'ann bob dan'],
    ['$comment', { $comment: 'why', age: 25 }, 'bob'],
    ['$expr', { $expr: { $eq: [{ $size: { $ifNull: ['$scores', []] } }, 2] } }, 'ann'],
  ];
  test.each(rows)('%s', async (_name, where, ids) => {
    expect(await idsOf(where, true)).toBe(ids);
  });
});

describe('what is left out is named', () => {
  test.each([
    [{ home: { $near: [1, 2] } }, '$near'],
    [{ home: { $geoWithin: {} } }, '$geoWithin'],
    [{ $where: 'true' }, '$where'],
    [{ $text: { $search: 'x' } }, '$text'],
    [{ $jsonSchema: {} }, '$jsonSchema'],
    [{ age: { $likes: 1 } }, '$likes'],
    [{ age: { $gt: 1, constructor: 2 } }, 'constructor'],
  ])('%j', async (where, name) => {
    const { code, message } = await refusalOf(idsOf(where, true));
    expect(code).toBe('DATABASE_INVALID_OPERRATOR');
    expect(message).toContain(name);
  });

  test.each([
    { age: { $options: 'i' } },
    { nick: { $regex: 'x', $options: 'z' } },
    { nick: { $regex: '(' } },
    { age: { $in: [{ $gt: 1 }] } },
    { age: { $in: 5 } },
    { age: { $not: 5 } },
    { age: { $size: -1 } },
    { age: { $mod: [0, 1] } },
    { age: { $type: 'text' } },
    { flags: { $bitsAllSet: [99] } },
    { $or: [] },
    { $and: [5] },
  ])('a malformed %j is refused', async where => {
    expect((await refusalOf(idsOf(where, true))).code).toBe('INVALID_PARAM');
  });

  test('the SDK geo queries', async () => {
    const { Geo, command: _ } = sdk.db;
    const point = new Geo.Point(116, 39);
    expect(
      (await refusalOf(idsOf({ at: _.geoNear({ geometry: point, maxDistance: 1 }) }))).message,
    ).toContain('$nearSphere');
    const { message } = await refusalOf(
      sdk.db.collection('people').aggregate().geoNear({ near: point, distanceField: 'd' }).end(),
    );
    expect(message).toContain('$geoNear');
  });
});
