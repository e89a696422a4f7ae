import { listOf, openBooks } from './books';
import type { SdkDatabase } from './sdk-database';

let sdk: SdkDatabase;
beforeAll(async () => {
  sdk = await openBooks();
});
afterAll(() => sdk.close());

describe('expressions', () => {
  const rows: [string, (_: SdkDatabase['db']['command']['aggregate']) => object, unknown][] = [
    ['arithmetic', $ => $.add([$.subtract(['$price', 1]), $.mod(['$price', 4]), $.pow([2, 3])]), 19],
    [
      'rounding',
      $ => $.concatArrays([[$.floor(1.7)], [$.ceil(1.2)], [$.trunc(-1.7)], [$.abs(-2)]]),
      [1, 2, -1, 2],
    ],
    ['cond', $ => $.cond([$.gte(['$price', 10]), 'yes', 'no']), 'yes'],
    [
      'switch',
      $ => $.switch({ branches: [JSON.parse('{"case":{"$eq":["$price",10]},"then":1}')], default: 2 }),
      1,
    ],
    ['ifNull', $ => $.ifNull(['$none', 'x']), 'x'],
    ['text', $ => $.concat([$.toUpper('$title'), '-', $.substrCP(['$title', 1, 2])]), 'ALPHA-lp'],
    ['split and join', $ => $.size($.split(['$title', 'p'])), 2],
    ['string length in bytes', $ => $.strLenBytes('中文'), 6],
    ['lists', $ => $.map({ input: '$tags', as: 't', in: $.concat(['$$t', '!']) }), ['x!', 'y!']],
    ['filter', $ => $.filter({ input: '$tags', as: 't', cond: $.neq(['$$t', 'x']) }), ['y']],
    ['reduce', $ => $.reduce({ input: [1, 2, 3], initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
    [
      'in and indexOfArray',
      $ => $.and([$.in(['y', '$tags']), $.eq([$.indexOfArray(['$tags', 'y']), 1])]),
      true,
    ],
    ['sets', $ => $.setIntersection(['$tags', ['y', 'z']]), ['y']],
    ['objects', $ => $.mergeObjects([{ a: 1 }, { b: '$price' }]), { a: 1, b: 10 }],
    ['objectToArray', $ => $.objectToArray({ k: '$price' }), [{ k: 'k', v: 10 }]],
    ['dates', $ => $.add([$.year('$at'), $.month('$at'), $.dayOfMonth('$at')]), 2032],
    [
      'dateToString',
      $ => $.dateToString({ date: '$at', format: '%Y/%m/%d', timezone: '+08:00' }),
      '2026/01/05',
    ],
    ['let', $ => $.let({ vars: { p: '$price' }, in: $.multiply(['$$p', '$$p']) }), 100],
    ['literal', $ => $.literal('$price'), '$price'],
    ['range and slice', $ => $.slice([$.range([0, 10, 2]), 1, 2]), [2, 4]],
    [
      'zip',
      $ =>
        $.zip({
          inputs: [
            [1, 2],
            ['$price', 5],
          ],
        }),
      [
        [1, 10],
        [2, 5],
      ],
    ],
    [
      'comparing across types',
      $ => $.and([$.gt(['$title', 5]), $.lt(['$none', null]), $.neq(['$none', null])]),
      true,
    ],
    ['comparing ids', $ => $.eq(['$shop', { $literal: { $oid: '1'.repeat(24) } }]), true],
    ['week of the year', $ => $.week('$at'), 1],
    ['text of nothing', $ => $.concat([$.toUpper('$none'), $.substr(['$title', 2, -1])]), 'pha'],
    ['position in code points', $ => $.indexOfCP(['a🧹b', 'b']), 2],
    ['one argument with and without a list', $ => $.add([$.abs([-1]), $.abs(-2), $.sum('$price')]), 13],
    ['cmp', $ => $.cmp(['$price', 50]), -1],
  ];
  test.each(rows)('%s', async (_name, expression, expected) => {
    const value = expression(sdk.db.command.aggregate);
    const [doc] = await listOf(
      sdk.db.collection('books').aggregate().match({ _id: 'a' }).project({ _id: 0, value }),
    );
    expect(doc).toEqual({ value: expected });
  });
});
