import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { EntryView } from '../../typings/contract/entries';
import type { Account } from '../support/functions/account';
import {
  draftOf,
  join,
  newRequest,
  organizeChain,
  phoneField,
  seen,
  textField,
} from '../support/functions/chain-account';
import { TestCloud } from '../support/functions/test-cloud';

jest.setTimeout(240_000);

let cloud: TestCloud;
let owner: Account;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
beforeEach(() => {
  owner = cloud.person();
});
afterEach(() => cloud.cloud.faults({}));
afterAll(() => cloud.stop());

const SAMPLES = path.resolve(__dirname, '../support/samples/chains');
const sample = (name: string): string => readFileSync(path.join(SAMPLES, name), 'utf8');
const linesOf = (count: number, prefix = '邻居', note?: string) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ name: `${prefix}${index + 1}`, places: 1 },
    ...(note !== undefined && { note }),
  }));

const entriesOf = async (person: Account, chainId: string): Promise<EntryView[]> =>
  (await person.data('chains.entries', { chainId })).items;

/** Pastes a text as the editor does: reads it, makes the chain of it, enters its people. */
async function pasted(text: string): Promise<string> {
  const { draft, lines } = await owner.data('chains.parse', { text });
  const { chain } = await owner.data('chains.create', { requestId: newRequest(), draft: draftOf(draft) });
  const people = lines
    .filter(({ name }) => name !== '')
    .map(({ name, places, rest }) => ({ name, places, ...(rest !== '' && { note: rest }) }));
  const { chainId } = chain;
  const result = await owner.data('chains.enterLines', { chainId, requestId: newRequest(), lines: people });
  expect(result).toEqual({ entered: people.length, waiting: 0, refused: 0 });
  return chainId;
}

test('a pasted list becomes a chain with its people in their order', async () => {
  const chainId = await pasted(sample('badminton.txt'));
  const entries = await entriesOf(owner, chainId);
  expect(entries.map(({ number, name, places, keyedIn }) => [number, name, places, keyedIn])).toEqual([
    ...[
      [1, '陈晓东', 2, true],
      [2, '李思雨', 2, true],
      [3, '王建国', 3, true],
      [4, '周婷婷妈妈', 1, true],
    ],
    ...[
      [5, 'Mary Smith', 1, true],
      [6, '🌸 小雨 🌸', 1, true],
      [7, '老王.', 1, true],
      [8, '陈晓东', 1, true],
    ],
    [9, '吴敏', 2, true],
  ]);
  expect(entries[2]?.answers).toEqual({ remark: '带2个孩子' });
  expect((await seen(owner, chainId)).places).toEqual({ taken: 14, left: 2, capacity: 16 });
});

test('what stood behind a name goes into the field that was made for it, a phone number to the organizers only', async () => {
  const hike = await pasted(sample('phones.txt'));
  expect((await entriesOf(owner, hike))[0]?.answers).toEqual({ phone: '13900001111' });
  expect(JSON.stringify(await entriesOf(cloud.person(), hike))).not.toContain('13900001111');
  expect(await cloud.database.dump()).not.toContain('13900001111');
  const lunch = await pasted(sample('lunch.txt'));
  expect((await entriesOf(owner, lunch)).map(({ answers }) => answers)).toEqual([
    { menu: 'a' },
    { menu: 'b' },
    { menu: 'c' },
  ]);
  expect((await seen(owner, lunch)).optionCounts).toMatchObject({ 'menu.a': 1, 'menu.b': 1, 'menu.c': 1 });
  const { chainId } = await organizeChain(owner);
  const lines = [{ name: '李雷', places: 1, note: '13812345678 不要辣' }];
  await owner.data('chains.enterLines', { chainId, requestId: newRequest(), lines });
  expect((await entriesOf(owner, chainId))[0]).toMatchObject({ answers: {}, note: '138****5678 不要辣' });
});

/** All texts of a chain and its entries as they lie in the database; instants are no phone numbers. */
async function textsAtRest(chainId: string): Promise<string> {
  const documents = [
    ...(await cloud.database.find('entries', { chain: chainId })),
    ...(await cloud.database.find('chains', { _id: chainId })),
  ];
  return JSON.stringify(documents, (_, value: unknown) => (typeof value === 'number' ? 0 : value));
}

test("no phone number lies in clear or is anybody's name, whatever is pasted or sent", async () => {
  const people = [
    ...[
      '张三 13912341234',
      '李四13812341234',
      '13712341234王五',
      '赵六（13612341234）',
      '钱七:138 1234 1234',
    ],
    ...[
      '孙八 138-1234-1234 A2份',
      '+8613512341234 周九',
      '吴十 13412341234/13312341234',
      '郑１３８１２３４１２３４',
    ],
  ];
  const list = people.map((text, index) => `${index + 1}. ${text}`);
  const chainId = await pasted(['#接龙', '周六水果', 'A 红富士 B 砂糖橘', ...list].join('\n'));
  const entries = await entriesOf(owner, chainId);
  expect(entries.map(({ name }) => name).join('')).toBe('张三李四王五赵六钱七孙八周九吴十郑');
  expect(entries.every(({ answers }) => /^1[3-9]\d{9}$/.test(String(answers['phone'])))).toBe(true);
  expect(entries[5]?.answers).toEqual({ menu: { a: 2 }, phone: '13812341234' });
  expect(entries[7]?.note).toBe('133****1234');
  expect(await textsAtRest(chainId)).not.toMatch(/1[3-9]\d{9}/);
  const { chainId: bare } = await organizeChain(owner, { fields: [textField()] });
  const lines = [
    { name: '李四13812341234', places: 1, note: '13912341234 138 1234 1234，330106199001011234' },
    { name: '13712341234', places: 1 },
    { name: '王五139\u200b12341234', places: 1 },
    { name: '赵六', places: 1, note: `${'x'.repeat(120)} 0571-88881234 13612341234` },
  ];
  await owner.data('chains.enterLines', { chainId: bare, requestId: newRequest(), lines });
  expect((await entriesOf(owner, bare)).map(({ name }) => name)).toEqual([
    '李四',
    '137****1234',
    '王五',
    '赵六',
  ]);
  expect(await textsAtRest(bare)).not.toMatch(/1[3-9]\d{9}|\D\d{3,4}.?1234.?1234/);
});

test('who finds no place waits or is refused, in the order of the lines, and the same call again changes nothing', async () => {
  const { chainId } = await organizeChain(owner, { capacity: 5, waitlist: true, perPerson: 2 });
  await join(cloud.person(), chainId, { name: '先到' });
  const lines = [
    ...linesOf(3),
    { name: '两位', places: 2 },
    { name: '三位', places: 3 },
    { name: '最后', places: 1 },
  ];
  const input = { chainId, requestId: newRequest(), lines };
  const first = await owner.data('chains.enterLines', input);
  expect(first).toEqual({ entered: 3, waiting: 2, refused: 1 });
  const entries = await entriesOf(owner, chainId);
  expect(entries.map(({ name, status }) => `${name} ${status}`)).toEqual([
    ...['先到 in', '邻居1 in', '邻居2 in', '邻居3 in', '两位 waiting', '最后 waiting'],
  ]);
  expect(await owner.data('chains.enterLines', input)).toEqual(first);
  expect(await entriesOf(owner, chainId)).toEqual(entries);
  const { chainId: strict } = await organizeChain(owner, { capacity: 2, waitlist: false });
  const more = { chainId: strict, requestId: newRequest(), lines: linesOf(4) };
  expect(await owner.data('chains.enterLines', more)).toEqual({ entered: 2, waiting: 0, refused: 2 });
  expect(await cloud.database.find('entries', { chain: strict })).toHaveLength(2);
});

test('lost replies and killed instances enter nobody twice and lose nobody', async () => {
  const { chainId } = await organizeChain(owner);
  const input = { chainId, requestId: newRequest(), lines: linesOf(60) };
  cloud.cloud.faults({ seed: 7, lostReplyRate: 0.3, killInstanceRate: 0.1 });
  const result = await owner.untilAnswered('chains.enterLines', input);
  cloud.cloud.faults({});
  expect(result).toEqual({ entered: 60, waiting: 0, refused: 0 });
  const entries = await entriesOf(owner, chainId);
  expect(entries.map(({ number, name }) => `${number} ${name}`)).toEqual(
    input.lines.map(({ name }, index) => `${index + 1} ${name}`),
  );
});

test('people who join meanwhile and the pasted ones share the places, nobody is oversold', async () => {
  const { chainId } = await organizeChain(owner, { capacity: 40, waitlist: true });
  const joins = Array.from({ length: 15 }, (_, index) =>
    join(cloud.person(), chainId, { name: `快${index}` }),
  );
  const input = { chainId, requestId: newRequest(), lines: linesOf(40) };
  const [{ entered, waiting }] = await Promise.all([owner.data('chains.enterLines', input), ...joins]);
  expect(entered + waiting).toBe(40);
  const entries = await entriesOf(owner, chainId);
  expect(entries.filter(({ status }) => status === 'in')).toHaveLength(40);
  expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 55 }, (_, index) => index + 1));
});

test('2,000 people are pasted in five requests each time, exported in six, and their statistics take three', async () => {
  const { chainId } = await organizeChain(owner, { fields: [textField(), phoneField()] });
  const note = '13812345678 3栋2单元1101，放门口';
  const input = (prefix: string, count = 500) => ({
    chainId,
    requestId: newRequest(),
    lines: linesOf(count, prefix, note),
  });
  expect(await cloud.person().refusal('chains.enterLines', input('甲'))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await owner.refusal('chains.enterLines', input('甲', 501))).toMatchObject({
    code: 'TOO_LARGE',
    max: 500,
  });
  await owner.data('chains.contacts', {});
  for (const prefix of ['甲', '乙', '丙', '丁'])
    expect(await cloud.callsOf(() => owner.data('chains.enterLines', input(prefix)))).toBeLessThanOrEqual(5);
  expect(await owner.data('chains.enterLines', input('戊', 1))).toEqual({
    entered: 0,
    waiting: 0,
    refused: 1,
  });
  for (const format of ['csv', 'xlsx', 'large-type'] as const) {
    const calls = await cloud.callsOf(async () => {
      expect((await owner.data('chains.export', { chainId, format })).entries).toBe(2000);
    });
    expect(calls).toBeLessThanOrEqual(6);
  }
  const { text = '', cut } = await owner.data('chains.export', { chainId, format: 'text' });
  expect(cut).toBe(1500);
  expect(text).toMatch(/\n500\. 甲500 3栋2单元1101，放门口\n\n/);
  const calls = await cloud.callsOf(async () => {
    const { entries, joinsByDay } = await owner.data('chains.statistics', { chainId });
    expect(entries.in).toBe(2000);
    expect(joinsByDay).toEqual([{ from: expect.any(Number), count: 2000 }]);
  });
  expect(calls).toBeLessThanOrEqual(3);
});
