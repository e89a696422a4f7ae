import fc from 'fast-check';
import { lineAnswers } from '../../../cloudfunctions/core/sheets/line-answers';
import {
  amountsOf,
  joinsByDay,
  optionTotals,
  type Payment,
  statusCounts,
  sumsOf,
} from '../../../cloudfunctions/core/sheets/rules';
import type { ChainField } from '../../../typings/contract/fields';

const DAY_MS = 86_400_000;
/** Midnight in China. */
const TODAY = Date.parse('2026-11-22T00:00:00+08:00');
const NOW = TODAY + 16 * 3_600_000;
const dayNumber = (instant: number): number => Math.floor((instant + 8 * 3_600_000) / DAY_MS);

const common = { required: false, personal: false };
const MENU: ChainField = {
  ...{ ...common, id: 'menu', type: 'multiple', label: '菜', counted: true },
  options: [
    { id: 'a', label: 'A 肉', priceFen: 1850, capacity: 9 },
    { id: 'b', label: 'B 菜' },
  ],
};
const AGE: ChainField = { ...common, id: 'age', type: 'number', label: '年龄' };
const REMARK: ChainField = { ...common, id: 'remark', type: 'text', label: '备注', max: 20 };
const PHONE: ChainField = { ...common, id: 'phone', type: 'phone', label: '电话', personal: true };

test('options are counted, with an amount where they have a price', () => {
  const secret: ChainField = { ...MENU, id: 'secret', personal: true };
  expect(optionTotals({ fields: [MENU, AGE, secret] }, { menu_a: 3 })).toEqual([
    {
      ...{ fieldId: 'menu', label: '菜' },
      options: [
        { id: 'a', label: 'A 肉', count: 3, capacity: 9, priceFen: 1850, amountFen: 5550 },
        { id: 'b', label: 'B 菜', count: 0 },
      ],
    },
  ]);
});

test('numbers are added up with two decimals, personal ones by nobody', () => {
  const found = { age: { sum: 10.1 + 0.2, answered: 3 } };
  expect(sumsOf([AGE, { ...AGE, id: 'hidden', personal: true }], found)).toEqual([
    { fieldId: 'age', label: '年龄', sum: 10.3, average: 3.43, answered: 3 },
  ]);
  expect(sumsOf([AGE], {})).toMatchObject([{ sum: 0, average: 0, answered: 0 }]);
});

test('what is due follows places and options; what was paid stays when somebody leaves', () => {
  const settings = { fields: [MENU], priceFen: 500 };
  const due = [
    { places: 2, picks: { menu_a: 2, menu_b: 1 } },
    { places: 1, picks: {} },
    { places: 1, picks: {} },
  ];
  const payment = { places: 2, answers: { menu: { a: 2 } }, holds: true };
  const payments: Payment[] = [
    { ...payment, state: 'paid' },
    { ...payment, state: 'paid', paidFen: 300, holds: false },
    { ...payment, state: 'refunded', paidFen: 700 },
  ];
  expect(amountsOf(settings, due, payments)).toEqual({
    ...{ dueFen: 4 * 500 + 2 * 1850, paidFen: 4700 + 300, refundedFen: 700 },
    byState: { unpaid: 1, paid: 2, refunded: 1 },
  });
  expect(amountsOf({ fields: [] }, due, [])).toBeUndefined();
});

test.each([
  [{}, undefined, [[0, 0]]],
  [{ 0: 2 }, undefined, [[0, 2]]],
  [
    { 3: 1, 1: 4 },
    undefined,
    [
      [3, 1],
      [2, 0],
      [1, 4],
      [0, 0],
    ],
  ],
  [
    { 3: 1 },
    TODAY - DAY_MS,
    [
      [3, 1],
      [2, 0],
      [1, 0],
    ],
  ],
  [
    { 3: 1, 0: 1 },
    TODAY - 2 * DAY_MS,
    [
      [3, 1],
      [2, 0],
      [1, 0],
      [0, 1],
    ],
  ],
])('joins %j days ago, closing at %s, are shown day by day', (ago, closesAt, expected) => {
  const today = dayNumber(NOW);
  const counts = new Map(Object.entries(ago).map(([days, count]) => [today - Number(days), count]));
  const shown = joinsByDay(counts, closesAt, NOW).map(({ from, count }) => [(TODAY - from) / DAY_MS, count]);
  expect(shown).toEqual(expected);
});

test('joins by day have no gaps, at most 60 days, and none that did not come yet', () => {
  const ago = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 8,
  });
  const closing = fc.option(fc.integer({ min: -300, max: 300 }), { nil: undefined });
  const property = fc.property(ago, closing, (counted, days) => {
    const counts = new Map(counted.map(([back, count]) => [dayNumber(NOW) - back, count]));
    const shown = joinsByDay(counts, days === undefined ? undefined : NOW + days * DAY_MS, NOW);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThanOrEqual(60);
    shown.forEach(({ from, count }, index) => {
      expect(from).toBe((shown[0]?.from ?? 0) + index * DAY_MS);
      expect(count).toBe(counts.get(dayNumber(from)) ?? 0);
    });
    expect(shown.at(-1)?.from).toBeLessThanOrEqual(TODAY);
    const latest = [...counts.keys()].filter(day => day > dayNumber(NOW) - 60);
    for (const day of latest.slice(0, days === undefined ? undefined : 0))
      expect(shown.map(({ from }) => dayNumber(from))).toContain(day);
  });
  fc.assert(property, { numRuns: 200 });
});

test('who is in the book is what it says, and who lost an offer without a word expired', () => {
  const counts = statusCounts(['in', 'in', 'waiting', 'offered'], { left: 2, removed: 1 }, 9);
  expect(counts).toEqual({
    in: 2,
    offered: 1,
    waiting: 1,
    asking: 0,
    left: 2,
    removed: 1,
    expired: 2,
    declined: 0,
  });
});

test.each([
  ['A2 B1', { answers: { menu: { a: 2, b: 1 } }, note: '' }],
  ['A 不要辣', { answers: { menu: { a: 1 } }, note: 'A 不要辣' }],
  ['C', { answers: { remark: 'C' }, note: '' }],
  ['不要辣', { answers: { remark: '不要辣' }, note: '' }],
  ['13812345678 不要辣', { answers: { phone: '13812345678', remark: '不要辣' }, note: '' }],
  ['13812345678或13912345678', { answers: { phone: '13812345678' }, note: '139****5678' }],
  [
    '比二十个字更长的备注要给发起人自己看不然就丢了',
    { answers: {}, note: '比二十个字更长的备注要给发起人自己看不然就丢了' },
  ],
  ['', { answers: {}, note: '' }],
])('behind a name %j answers %j', (text, expected) => {
  expect(lineAnswers(text, [MENU, REMARK, PHONE])).toEqual(expected);
});

test('without the fields everything is for the organizers', () => {
  expect(lineAnswers('13812345678 A', [])).toEqual({ answers: {}, note: '138****5678 A' });
});
