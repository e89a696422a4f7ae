import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readJielong } from '../../../cloudfunctions/core/sheets/formats/jielong';
import type { ParsedChain } from '../../../typings/contract/sheets';

/** A Sunday afternoon in China. */
const NOW = Date.parse('2026-11-22T16:00:00+08:00');
const SAMPLES = path.resolve(__dirname, '../../support/samples/chains');

const read = (text: string): ParsedChain => readJielong(text, NOW);
const sample = (name: string): ParsedChain => read(readFileSync(path.join(SAMPLES, name), 'utf8'));

/** Number, name, places, rest, how sure and why, as a row of a table. */
const rows = ({ lines }: ParsedChain): string[] =>
  lines.map(({ number = '-', name, places, rest, certainty, doubts }) =>
    [number, name, places, rest, certainty, doubts.join('+')].join('|'),
  );

test('a list of WeChat is read with its settings, its example and its tail; what is not clear is flagged', () => {
  const chain = sample('badminton.txt');
  expect(chain.draft).toMatchObject({
    title: '周六羽毛球活动',
    eventAt: Date.parse('2026-11-28T08:00:00+08:00'),
    ...{ place: '奥体中心3号馆', capacity: 16, priceFen: 3000, perPerson: 3 },
    // The end of the event is no setting, so its line stays; the others say nothing more.
    description: '时间：周六8:00-10:00',
  });
  expect(chain).toMatchObject({
    titleCertainty: 'sure',
    example: '例 张三 2人',
    tail: '场地费到场收，谢谢大家',
  });
  expect(rows(chain)).toEqual([
    '1|陈晓东|2||sure|',
    '2|李思雨|2||likely|quantity',
    '3|王建国|3|带2个孩子|unsure|quantity',
    '4|周婷婷妈妈|1||sure|',
    '5||1||unsure|empty',
    '6|Mary Smith|1||sure|',
    '7|🌸 小雨 🌸|1||sure|',
    '8|老王.|1||sure|',
    '9|陈晓东|1||unsure|twice',
    '10|吴敏|2||sure|',
  ]);
});

test('lines below an entry belong to it, also when they begin with a time or stand behind a blank line', () => {
  expect(rows(sample('check-in.txt'))).toEqual([
    '1|刘一诺|1|6.00 起床 7.30 洗漱 8.00 读书|likely|several-lines',
    '2|何子轩|1|6.40 起床|likely|several-lines',
    '3|方圆|1||sure|',
    '5|马小跳|1||likely|number-gap',
  ]);
});

test('an address right behind the number is no part of it', () => {
  const chain = sample('eggs.txt');
  expect(chain.draft).toMatchObject({ title: '本周土鸡蛋团购（周五发车）', template: 'group-buy' });
  expect(rows(chain)).toEqual([
    '1|295-909|6||likely|starts-with-number',
    '2|301-1202|2||likely|starts-with-number',
    '3|18-2-501|10|放门口|likely|starts-with-number',
    '4|295-1101|3||likely|starts-with-number',
  ]);
});

test('a text whose line breaks were lost is taken apart at its numbers', () => {
  const chain = sample('flattened.txt');
  expect(chain.draft).toMatchObject({ title: '周日千岛湖骑行', capacity: 20 });
  expect(rows(chain)).toEqual([
    '1|阿杰|1||likely|no-separator',
    '2|小鹿|2||likely|no-separator',
    '3|大刘|2|带1个朋友|unsure|no-separator+quantity',
    '4|老郑|1||likely|no-separator',
    '5|Tony|2||likely|no-separator',
  ]);
});

test('of several copies the longest counts, and says where another one has somebody else', () => {
  expect(rows(sample('quoted.txt'))).toEqual([
    '1|方圆妈妈|1||sure|',
    '2|一诺爸爸|1||sure|',
    '3|跳跳奶奶|1||likely|quoted',
    '4|婷婷妈妈|1||sure|',
  ]);
  const twice = '#接龙\n甲\n1. 张三\n2. 李四\n\n#接龙\n甲\n1. 张三\n2. 王五';
  expect(rows(read(twice))).toEqual(['1|张三|1||sure|', '2|王五|1||likely|quoted']);
});

test('a menu by letters becomes options with their prices', () => {
  const chain = sample('lunch.txt');
  expect(chain.titleCertainty).toBe('likely');
  expect(chain.draft.fields).toMatchObject([
    {
      ...{ id: 'menu', type: 'single' },
      options: [
        { id: 'a', label: 'A 红烧肉饭', priceFen: 1800 },
        { id: 'b', label: 'B 鱼香肉丝饭', priceFen: 1600 },
        { id: 'c', label: 'C 素菜饭', priceFen: 1200 },
      ],
    },
  ]);
  expect(rows(chain)).toEqual(['1|孙悦|1|A|sure|', '2|钱多多|1|B|sure|', '3|赵一鸣|1|C|sure|']);
});

test('a choice that stuck to a name is taken from it where there is a menu, and flagged', () => {
  const list = '1. 张三A2\n2. 李四 B\n3. 王五C1\n4. 赵六AB';
  expect(rows(read(`#接龙\n水果\nA 红富士 B 砂糖橘\n${list}`))).toEqual([
    ...['1|张三|1|A2|likely|quantity', '2|李四|1|B|sure|', '3|王五C1|1||sure|', '4|赵六AB|1||sure|'],
  ]);
  expect(rows(read('#接龙\n羽毛球\n1. 张三A2'))).toEqual(['1|张三A2|1||sure|']);
});

test('a mark in front, Windows line ends, full-width digits and what nobody sees change nothing', () => {
  const chain = sample('windows.txt');
  expect(chain.draft.title).toBe('社区义诊登记');
  expect(rows(chain)).toEqual(['1|张桂芳|1||sure|', '2|李秀英|2||sure|', '3|王德发|1|下午来|sure|']);
});

test('numbered rules above the list are its description', () => {
  const chain = sample('rules-first.txt');
  expect(chain.draft.title).toBe('【秋游报名】');
  expect(chain.draft.description).toContain('2. 7:50 在校门口集合。');
  expect(rows(chain)).toEqual(['1|三班 林小满|1||sure|', '2|三班 顾言|1||sure|', '3|四班 许知远|1||sure|']);
});

test('a text without tag and numbers is read, and every line of it is to be looked at', () => {
  const chain = sample('no-tag.txt');
  expect(chain).toMatchObject({ draft: { title: '周末火锅局报名' }, titleCertainty: 'likely' });
  expect(rows(chain)).toEqual([
    '-|张伟|2||unsure|no-number',
    '-|小美|1||unsure|no-number',
    '-|大熊猫|1||unsure|no-number',
  ]);
});

test('numbers without a separator are numbers; a phone number makes a field that nobody else sees', () => {
  const chain = sample('phones.txt');
  expect(chain.draft).toMatchObject({ eventAt: Date.parse('2026-12-05T07:30:00+08:00') });
  expect(chain.draft.fields).toMatchObject([{ id: 'phone', type: 'phone', personal: true }]);
  expect(rows(chain).map(row => row.split('|').slice(0, 4).join('|'))).toEqual([
    '1|Tom|1|13900001111',
    '2|Mary Jane|1|',
    '3|张三|1|',
    '5|李雷|1|13812345678',
    '6|韩梅梅|1|',
  ]);
});

test.each([
  ['张三2人', '张三', 2, '', 'sure'],
  ['张三两份', '张三', 2, '', 'sure'],
  ['张三 ２份', '张三', 2, '', 'sure'],
  ['张三x3', '张三', 3, '', 'likely'],
  ['张三-2份 放门口', '张三', 2, '放门口', 'sure'],
  ['张三 3栋201 2份', '张三', 2, '3栋201', 'likely'],
  ['2人 张三', '张三', 2, '', 'likely'],
  ['张三 一家三口', '张三', 3, '', 'likely'],
  ['张三 2大1小', '张三', 3, '', 'likely'],
  ['张三、李四', '张三', 1, '李四', 'unsure'],
  ['张三 苹果2箱 梨1箱', '张三', 1, '苹果2箱 梨1箱', 'unsure'],
  ['张三 2.5斤', '张三', 1, '2.5斤', 'unsure'],
  ['张三 500份', '张三', 1, '500份', 'unsure'],
  ['🌸 2人', '🌸', 2, '', 'sure'],
  ['小满（妈妈） 2人', '小满（妈妈）', 2, '', 'sure'],
  ['13812345678 周八', '周八', 1, '13812345678', 'sure'],
  ['7.30 洗漱', '7.30 洗漱', 1, '', 'unsure'],
  ['+1', '+1', 1, '', 'sure'],
])('the entry %j is %s with %i places', (text, name, places, rest, certainty) => {
  const [line] = read(`#接龙\n1. ${text}`).lines;
  expect([line?.name, line?.places, line?.rest, line?.certainty]).toEqual([name, places, rest, certainty]);
});

test.each([
  ['周六8:00', '2026-11-28T08:00'],
  ['下周日下午2点半', '2026-11-29T14:30'],
  ['明晚7点', '2026-11-23T19:00'],
  ['11月28日 9：00', '2026-11-28T09:00'],
  ['11.28 周六 18:30', '2026-11-28T18:30'],
  ['1/5 早上6点', '2027-01-05T06:00'],
  ['2026-12-31 23:59', '2026-12-31T23:59'],
  ['今天12:00', undefined],
  ['周六', undefined],
  ['2月30日 8:00', undefined],
])('the time %j said on a Sunday afternoon is %s', (text, time) => {
  const at = time === undefined ? undefined : Date.parse(`${time}:00+08:00`);
  expect(read(`#接龙\n聚餐\n时间：${text}\n1. 张三`).draft.eventAt).toBe(at);
});

test('a line that became a setting is not said twice, one that says more is kept', () => {
  const lines = [
    '时间：12月6日（周日） 9:00',
    '地点：博物馆南门',
    '名额：30人',
    '截止：12月5日 20:00',
    '费用：每人15元',
  ];
  const { draft } = read(['#接龙', '看展', ...lines, '自带水壶', '1. 张三'].join('\n'));
  expect(draft).toMatchObject({ place: '博物馆南门', capacity: 30, priceFen: 1500, description: '自带水壶' });
  const kept = [
    '时间：12月6日 9:00 集合，10:00 开始',
    '地点：博物馆南门，带身份证。费用自理',
    '时间：11月1日 9:00',
  ];
  expect(read(['#接龙', '看展', ...kept, '1. 张三'].join('\n')).draft.description).toContain(kept[0]);
  const past = [kept[2], '截止：12月5日 20:00'];
  expect(read(['#接龙', '看展', ...past, '1. 张三'].join('\n')).draft.description).toBe(kept[2]);
});

test('a deadline, a minimum and a price are settings, and a deadline is not the event', () => {
  const { draft } = read('#接龙\n团购车厘子，12月1日前报名\n每人30元，满10人成行\n周五18:00截止\n1. 张三');
  expect(draft).toMatchObject({ template: 'group-buy', minimum: 10, priceFen: 3000 });
  expect(draft.closesAt).toBe(Date.parse('2026-11-27T18:00:00+08:00'));
  expect(draft.eventAt).toBeUndefined();
});
