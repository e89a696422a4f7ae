import type { StatisticsView } from '../../typings/contract/sheets';
import { choiceField, join, organizeChain, textField } from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

const DAY_MS = 86_400_000;

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.stop());

test('the figures of a chain say what its entries say, in three requests', async () => {
  const [owner, payer, leaver] = [cloud.person(), cloud.person(), cloud.person()];
  const menu = choiceField(
    { a: 5, b: undefined },
    { id: 'menu', type: 'multiple', label: '菜', required: false, counted: true },
  );
  menu.options?.forEach(option => {
    option.priceFen = option.id === 'a' ? 1000 : 250;
  });
  const age = { ...textField({ id: 'age', label: '年龄' }), type: 'number' as const };
  const { chainId } = await organizeChain(owner, {
    capacity: 3,
    waitlist: true,
    priceFen: 100,
    perPerson: 2,
    fields: [menu, age],
  });
  const first = await join(payer, chainId, { name: '甲', places: 2, answers: { menu: { a: 2 }, age: 7.5 } });
  await cloud.cloud.advance(2 * DAY_MS);
  const second = await join(leaver, chainId, { name: '乙', answers: { menu: { b: 1 }, age: 30 } });
  await owner.data('chains.markPaid', {
    chainId,
    entryIds: [first.entryId, second.entryId],
    payment: 'paid',
  });
  await join(cloud.person(), chainId, { name: '丙', places: 2 });
  await join(cloud.person(), chainId, { name: '丁', answers: { menu: { b: 4 }, age: 8 } });
  await leaver.data('chains.leave', { chainId, entryId: second.entryId });
  await owner.data('chains.setRoster', { chainId, text: '甲\n乙\n丙\n戊' });
  let figures: StatisticsView | undefined;
  const calls = await cloud.callsOf(async () => {
    figures = await owner.data('chains.statistics', { chainId });
  });
  expect(calls).toBeLessThanOrEqual(3);
  expect(figures).toEqual({
    // 丙 wants two places and keeps 丁 waiting behind.
    entries: { in: 1, offered: 0, waiting: 2, asking: 0, left: 1, removed: 0, expired: 0, declined: 0 },
    places: { taken: 2, waiting: 3, capacity: 3 },
    options: [
      {
        ...{ fieldId: 'menu', label: '菜' },
        options: [
          { id: 'a', label: '选项a', count: 2, capacity: 5, amountFen: 2000 },
          { id: 'b', label: '选项b', count: 0, amountFen: 0 },
        ],
      },
    ],
    sums: [{ fieldId: 'age', label: '年龄', sum: 7.5, average: 7.5, answered: 1 }],
    amounts: {
      dueFen: 2200,
      paidFen: 2200 + 350,
      refundedFen: 0,
      byState: { unpaid: 0, paid: 2, refunded: 0 },
    },
    joinsByDay: [1, 0, 3].map((count, index) => ({ from: dayStart(index), count })),
    answered: { yes: 2, no: 2 },
  });
  expect(await payer.refusal('chains.statistics', { chainId })).toMatchObject({ code: 'FORBIDDEN' });
});

/** First instant of a day by China's clocks, counted from the day before yesterday. */
function dayStart(index: number): number {
  const today = Math.floor((cloud.cloud.now() + 8 * 3_600_000) / DAY_MS);
  return (today - 2 + index) * DAY_MS - 8 * 3_600_000;
}

test('a chain that nobody joined has figures of nothing', async () => {
  const owner = cloud.person();
  const { chainId } = await organizeChain(owner);
  const figures = await owner.data('chains.statistics', { chainId });
  expect(figures).toMatchObject({ places: { taken: 0, waiting: 0 }, options: [], sums: [] });
  expect(figures.joinsByDay).toEqual([{ from: dayStart(2), count: 0 }]);
  expect(figures).not.toHaveProperty('amounts');
  expect(figures).not.toHaveProperty('answered');
});
