import fc from 'fast-check';
import { readJielong } from '../../../cloudfunctions/core/sheets/formats/jielong';
import { writeJielong } from '../../../cloudfunctions/core/sheets/formats/jielong-writer';
import { maskNumbers, numbersOff } from '../../../cloudfunctions/core/sheets/formats/phones';
import { lineAnswers, openLine } from '../../../cloudfunctions/core/sheets/line-answers';
import type { ChainField } from '../../../typings/contract/fields';

const NOW = Date.parse('2026-11-22T16:00:00+08:00');
const FIELDS: ChainField[] = [
  { id: 'remark', type: 'text', label: '备注', required: false, personal: false },
  { id: 'f2', type: 'phone', label: '手机', required: false, personal: true },
];

test.each([
  ['李四13812341234', '李四', '13812341234', ''],
  ['13812341234李四', '李四', '13812341234', ''],
  ['13812341234，李四 2人', '李四', '13812341234', ''],
  ['李四（13812341234）', '李四', '13812341234', ''],
  ['李四(电话：13812341234，放门口)', '李四', '13812341234', '(放门口)'],
  ['李四:138 1234 1234', '李四', '13812341234', ''],
  ['李四 138-1234-1234', '李四', '13812341234', ''],
  ['李四 138.1234.1234 不要辣', '李四', '13812341234', '不要辣'],
  ['李四 1381 234 1234', '李四', '13812341234', ''],
  ['+8613812341234 李四', '李四', '13812341234', ''],
  ['李四 +86 138 1234 1234', '李四', '13812341234', ''],
  ['李四0086-13812341234', '李四', '13812341234', ''],
  ['李四8613812341234', '李四', '13812341234', ''],
  ['李四１３８１２３４１２３４', '李四', '13812341234', ''],
  ['李四 手机号码：13812341234', '李四', '13812341234', ''],
  ['李四📱13812341234', '李四', '13812341234', ''],
  ['李四 0571-88881234 放门口', '李四', '+8657188881234', '放门口'],
  ['李四 +852 9123 4567', '李四', '+85291234567', ''],
  ['三班 李四13812341234', '三班 李四', '13812341234', ''],
  ['「李四13812341234」 1人', '李四', '13812341234', ''],
])('the number in %j is none of the name and fits a phone field', (text, name, phone, remark) => {
  const chain = readJielong(`#接龙\n周六活动\n1. ${text}`, NOW);
  const [line] = chain.lines;
  expect(line).toMatchObject({ name, certainty: 'sure' });
  expect(chain.draft.fields?.[0]).toMatchObject({ id: 'phone', type: 'phone', personal: true });
  const said = { f2: phone, ...(remark !== '' && { remark }) };
  expect(lineAnswers(line?.rest ?? '', FIELDS)).toEqual({ answers: said, note: '' });
});

test('a line of nothing but a number has no name yet', () => {
  const [line] = readJielong('#接龙\n活动\n1. 13812341234\n2. 张三', NOW).lines;
  expect(line).toMatchObject({ name: '', rest: '13812341234', certainty: 'unsure', doubts: ['empty'] });
});

test('quantities, addresses, times and dates are no numbers that are taken away', () => {
  for (const text of [
    '张三 18-2-1501 2份',
    '7.30-9.30 洗漱',
    '2026-12-05 18:30',
    '1800-2000元',
    '+1',
    '20261122001',
  ])
    expect(numbersOff(text)).toEqual({ text, numbers: [] });
});

test('beside a menu there is a field for phone numbers too', () => {
  const { draft } = readJielong('#接龙\n水果\nA 红富士 B 砂糖橘\n1. 张三 A2份 13812341234', NOW);
  expect(draft.fields?.map(({ id }) => id)).toEqual(['menu', 'phone']);
});

test('of people without numbers in front nobody is told by a phone number, nor is one said above the list', () => {
  const bare = readJielong('火锅局\n张三：13812341234\n李四 139 1234 1234', NOW);
  expect(bare.lines.map(({ name }) => name)).toEqual(['张三', '李四']);
  const above = '#接龙\n张三 13812341234\n李四 13912341234\n咨询电话 13712341234\n1. 王五\n2. 赵六';
  const { title, description } = readJielong(above, NOW).draft;
  expect([title, description]).toEqual(['张三 138****1234', '李四 139****1234\n咨询电话 13712341234']);
});

test('a second number, and one that has no field, is masked in the note', () => {
  expect(lineAnswers('13812341234/13912341234 不要辣', FIELDS)).toEqual({
    answers: { remark: '不要辣', f2: '13812341234' },
    note: '139****1234',
  });
  expect(lineAnswers('138 1234 1234 两大一小', []).note).toBe('138****1234 两大一小');
  expect(lineAnswers('330106199001011234', FIELDS)).toEqual({ answers: {}, note: '330****1234' });
});

test('a mask is never longer than its number, so a name of 20 characters is read back', () => {
  for (const number of ['0103800138', '+1234567', '+85291234567', '13812341234', '330106199001011234'])
    expect(maskNumbers(number).length).toBeLessThanOrEqual(number.length);
});

test('a written list has no number in names and answers', () => {
  const [remark] = FIELDS;
  const chain = { title: '秋游', description: '', place: '', fields: remark ? [remark] : [] };
  const entry = {
    ...{ number: 1, name: '李四13812341234', by: '王五13912341234', places: 1, status: 'in' as const },
    answers: { remark: '找 137-1234-1234' },
  };
  expect(writeJielong(chain, [entry]).text).not.toMatch(/1234\D?1234/);
});

/** What a phone number is written with, and what may stand around it. */
const PIECES = [
  ...['13812341234', '138', '1234', '1', '86', '+86', '+', '0086', '0571', '88881234', '330106199001011234'],
  ...[
    '１３８',
    '１２３４',
    ' ',
    '-',
    '.',
    '/',
    '（',
    '）',
    '：',
    '电话',
    '李四',
    'A',
    '2人',
    '\u200b',
    '「',
    '」',
  ],
];
const CLEAR = /1[3-9]\d{9}/;

test('whatever is pasted or sent, no number is left in a name, a remark or a note', () => {
  const text = fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string()), { maxLength: 12 })
    .map(parts => parts.join(''));
  const property = fc.property(text, text, (name, note) => {
    const opened = openLine({ name: name || '张三', note });
    const { answers, note: kept } = lineAnswers(opened.note, FIELDS);
    expect(opened.name).not.toBe('');
    for (const shown of [opened.name, answers['remark'] ?? '', kept, maskNumbers(name)])
      expect(shown).not.toMatch(CLEAR);
    for (const line of readJielong(`#接龙\n活动\n1. ${name}`, NOW).lines)
      expect(line.name).not.toMatch(CLEAR);
  });
  fc.assert(property, { numRuns: 1000 });
});
