import fc from 'fast-check';
import { cleaned } from '../../../cloudfunctions/core/sheets/formats/cleaning';
import { readJielong } from '../../../cloudfunctions/core/sheets/formats/jielong';
import {
  type WrittenChain,
  type WrittenEntry,
  writeJielong,
} from '../../../cloudfunctions/core/sheets/formats/jielong-writer';
import { maskNumbers } from '../../../cloudfunctions/core/sheets/formats/phones';

const NOW = Date.parse('2026-11-22T16:00:00+08:00');
const MINUTE_MS = 60_000;

/** Characters and words that mean something to the reader, and plain ones. */
const piece = fc.constantFrom(
  ...[
    '张',
    '李四',
    'Tom',
    'Mary Jane',
    '🌸',
    '👨‍👩‍👧',
    '老王.',
    '三班',
    '，',
    '、',
    ' ',
    '  ',
    '-',
    '- - - -',
    '+1',
    '2人',
  ],
  ...[
    '3份',
    '7.30',
    '1.',
    '2. ',
    '10',
    '（2人）',
    '(',
    '「',
    '」',
    '：',
    '#接龙',
    '#',
    '例',
    '例 ',
    '格式：',
    '接龙',
    '一家三口',
    '带2个孩子',
  ],
  ...[
    'A.',
    'B.',
    '13800138000',
    '１２',
    '。',
    '=',
    '<b>',
    '×2',
    'x',
    '周六8:00',
    '限30人',
    '地点：',
    '\u200b',
    '\u3000',
    '由我代报',
    '（候补）',
  ],
);
const phrase = (max: number) =>
  fc
    .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 4 })), { minLength: 1, maxLength: 6 })
    .map(parts => cleaned(parts.join('')).replace(/\n/g, ' ').slice(0, max).trim())
    .filter(text => !/\p{Cs}/u.test(text) && /[\p{L}\p{N}\p{Emoji}]/u.test(text));

const FIELDS: WrittenChain['fields'] = [
  { id: 'f1', type: 'text', label: '备注', required: false, personal: false },
  { id: 'f2', type: 'number', label: '年龄', required: false, personal: false },
  {
    ...{ id: 'f3', type: 'multiple', label: '菜', required: false, personal: false, counted: true },
    options: [
      { id: 'a', label: 'A 红烧肉' },
      { id: 'b', label: '2. 素菜' },
    ],
  },
];

const answers = fc.record(
  { f1: phrase(100), f2: fc.integer(), f3: fc.record({ a: fc.integer({ min: 1, max: 9 }) }) },
  { requiredKeys: [] },
);

const entry = fc.record({
  name: phrase(20),
  places: fc.integer({ min: 1, max: 99 }),
  status: fc.constantFrom('in' as const, 'waiting' as const, 'offered' as const),
  by: fc.option(phrase(20), { nil: undefined }),
  answers,
  step: fc.integer({ min: 1, max: 3 }),
});

const entries = fc.array(entry, { maxLength: 12 }).map(all => {
  let number = 0;
  return all.map(({ by, step, ...rest }): WrittenEntry => {
    number += step;
    return { ...rest, number, ...(by !== undefined && { by }) };
  });
});

const later = fc.integer({ min: 1, max: 400_000 }).map(minutes => NOW + minutes * MINUTE_MS);
const chain = fc
  .record({
    title: phrase(60),
    description: fc.array(phrase(80), { maxLength: 5 }).map(lines => lines.join('\n')),
    place: fc.constantFrom('', '奥体中心3号馆', '南门（地铁口）；二楼'),
    eventAt: fc.option(later, { nil: undefined }),
    closesAt: fc.option(later, { nil: undefined }),
    capacity: fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined }),
  })
  .map(
    ({ eventAt, closesAt, capacity, ...rest }): WrittenChain => ({
      ...rest,
      fields: FIELDS,
      ...(eventAt !== undefined && { eventAt }),
      ...(closesAt !== undefined && { closesAt }),
      ...(capacity !== undefined && { capacity }),
    }),
  );

/** What of a name or title a text can carry. */
const carried = (text: string): string =>
  text
    .replace(/(?:[#＃] {0,2})+(?=接[龙龍]|Group)/giu, '')
    .replaceAll('「', '『')
    .replaceAll('」', '』')
    .trim();

test('what is written is read back: title, settings, numbers, names and places', () => {
  const property = fc.property(chain, entries, (written, people) => {
    const { text } = writeJielong(written, people);
    const { draft, lines, titleCertainty } = readJielong(text, NOW);
    expect(carried(draft.title)).toBe(carried(written.title));
    expect(titleCertainty).toBe('sure');
    if (written.eventAt !== undefined) expect(draft.eventAt).toBe(written.eventAt);
    if (written.closesAt !== undefined) expect(draft.closesAt).toBe(written.closesAt);
    if (written.capacity !== undefined) expect(draft.capacity).toBe(written.capacity);
    if (written.place !== '') expect(draft.place).toBe(written.place);
    const read = lines.filter(line => line.name !== '');
    expect(read.map(({ number, name, places }) => [number, carried(name), places])).toEqual(
      people.map(({ number, name, places }) => [number, carried(maskNumbers(name)), places]),
    );
    read.forEach((line, index) => {
      expect(/（候补）/.test(line.raw)).toBe(
        people[index]?.status === 'waiting' || /（候补）/.test(JSON.stringify(people[index])),
      );
    });
  });
  fc.assert(property, { numRuns: 300 });
});

const plain = (number: number): WrittenEntry => ({
  ...{ number, name: `张三${number}号`, places: 1, status: 'in' as const },
  answers: { f1: '不要辣'.repeat(30) },
});
const simple: WrittenChain = { title: '秋游', description: '带水', place: '', fields: FIELDS };

test('the limits of WeChat are kept: 500 entries, 150 characters an entry, 500 above the list', () => {
  const people = Array.from({ length: 620 }, (_, index) => plain(index + 1));
  const long = { ...simple, description: '请准时'.repeat(400) };
  const { text, cut } = writeJielong(long, people);
  expect(cut).toBe(120);
  expect(text).toMatch(/\n\n还有 120 人没有列出，请在小程序里看全部 620 人$/);
  const [header = ''] = text.split('\n\n');
  expect(header.length).toBeLessThanOrEqual(500);
  const read = readJielong(text, NOW);
  expect(read.lines).toHaveLength(500);
  expect(read.tail).toContain('120');
  for (const { raw } of read.lines) expect(raw.length).toBeLessThanOrEqual(150);
});

test('people without anything odd in their names are read back without a doubt', () => {
  const people = ['陈晓东', 'Mary Jane', '🌸 小雨', '老王.'].map((name, index) => ({
    ...plain(index + 1),
    name,
  }));
  const { text } = writeJielong(simple, people);
  expect(text.split('\n').slice(0, 5)).toEqual([
    ...['#接龙', '秋游', '带水', ''],
    `1. 陈晓东 ${'不要辣'.repeat(30)}`,
  ]);
  expect(readJielong(text, NOW).lines.map(line => line.certainty)).toEqual(['sure', 'sure', 'sure', 'sure']);
});

test('a tag in a name begins no second list, however many marks it has', () => {
  for (const name of ['##接龙张三', '# ＃接龙张三', '#＃ # Group Note']) {
    const { lines } = readJielong(writeJielong(simple, [plain(1), { ...plain(2), name }]).text, NOW);
    expect(lines).toHaveLength(2);
  }
});

test('numbers beyond those of WeChat are counted anew, and nobody yet is an empty line', () => {
  const numbers = [...writeJielong(simple, [plain(7), plain(1200)]).text.matchAll(/^(\d+)\. /gm)];
  expect(numbers.map(([, number]) => number)).toEqual(['1', '2']);
  expect(readJielong(writeJielong(simple, []).text, NOW).lines).toMatchObject([
    { name: '', doubts: ['empty'] },
  ]);
});

test('who waits and who was entered by somebody is said', () => {
  const waiting: WrittenEntry = {
    ...plain(3),
    status: 'waiting',
    by: '李四',
    places: 2,
    answers: { f3: { a: 2 } },
  };
  expect(writeJielong(simple, [waiting]).text).toMatch(
    /\n3\. 「张三3号」 2人 A 红烧肉×2（候补）（由李四代报）$|\n3\. 张三3号 2人 A 红烧肉×2（候补）（由李四代报）$/,
  );
});
