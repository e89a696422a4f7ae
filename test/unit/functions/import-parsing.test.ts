import fc from 'fast-check';
import { inert } from '../../../cloudfunctions/core/imports/formats/formula';
import { decodeText, readSource } from '../../../cloudfunctions/core/imports/formats/source';
import { readInstant } from '../../../cloudfunctions/core/imports/formats/values';
import { chunksOf, isOwnFile } from '../../../cloudfunctions/core/imports/rules';
import { judgeRows, stageRow } from '../../../cloudfunctions/core/imports/staging';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const facts = { owner: 'o', kind: 'follow' as const, now: NOW };

function read(text: string) {
  const source = readSource(text);
  if ('unreadable' in source) throw new Error(source.unreadable);
  const rows = judgeRows(
    source.rows.map(row => stageRow(row, facts)),
    new Map(),
  );
  return { format: source.format, rows };
}

const namesIn = (text: string): string[] => read(text).rows.map(row => row.name);

test.each([
  ['一个号', 'names'],
  ['甲\n乙\n丙', 'names'],
  ['甲, 乙\n丙', 'names'],
  ['https://example.com/a', 'links'],
  ['看花 https://example.com/a\nhttps://example.com/b?x=1,2', 'links'],
  ['名称,标签\n甲,乙', 'csv'],
  ['\uFEFFname,url\r\n甲,https://example.com/a', 'csv'],
  ['甲,https://example.com/a\n乙,https://example.com/b', 'csv'],
  ['Account address,Show boosts\na@example.com,true', 'mastodon-csv'],
  ['<?xml version="1.0"?><opml version="1.0"><body><outline text="a"/></body></opml>', 'opml'],
  ['{"app":"liyili","version":1,"items":[{"kind":"like","name":"a"}]}', 'liyili-json'],
])('%j is read as %s', (text, format) => {
  expect(read(text).format).toBe(format);
});

test.each([
  ['1. 甲', '甲'],
  ['12、乙', '乙'],
  ['- 丙', '丙'],
  ['36氪', '36氪'],
  ['3.14', '3.14'],
  ['  空  格 ', '空  格'],
])('the name of the line %j is %j', (text, name) => {
  expect(namesIn(text)).toEqual([name]);
});

test('any names survive being written one a line', () => {
  const name = fc.stringMatching(/^[a-z\u4e00-\u9fa5][a-z0-9\u4e00-\u9fa5]{0,30}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('\n', '\r\n', '\n\n'),
      (all, end) => {
        fc.pre(
          !/^(名称|名字|昵称|公众号|账号名称|公众号名称|标题|链接|网址|地址|主页|name|title|nickname|url|link|href|homepage)$/.test(
            all[0] ?? '',
          ),
        );
        expect(namesIn(all.join(end))).toEqual(all);
      },
    ),
  );
});

test('any cells survive being written as CSV, made inert where a spreadsheet would calculate them', () => {
  const cell = fc
    .string({ minLength: 1, maxLength: 40 })
    .map(text => text.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim());
  fc.assert(
    fc.property(fc.uniqueArray(cell, { minLength: 1, maxLength: 10 }), fc.boolean(), (cells, hasMark) => {
      const names = cells.filter(text => text !== '');
      fc.pre(names.length > 0);
      const lines = names.map(text => `"${inert(text).replaceAll('"', '""')}",标签`);
      const rows = read(`${hasMark ? '\uFEFF' : ''}名称,标签\r\n${lines.join('\r\n')}`).rows;
      expect(rows.map(row => row.name)).toEqual(names);
    }),
  );
});

test('no text makes reading throw, and every row has a verdict', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          '<opml>',
          '<outline',
          'text="a"',
          '>',
          '{',
          '"app"',
          ',',
          '"',
          '\n',
          'a',
          'https://a.b',
        ),
      )
      .map(parts => parts.join('')),
    fc.json(),
  );
  fc.assert(
    fc.property(text, content => {
      const source = readSource(content);
      if ('unreadable' in source) return;
      for (const row of source.rows) {
        const staged = stageRow(row, facts);
        expect(['new', 'bad']).toContain(staged.verdict);
        expect(staged.reason === undefined).toBe(staged.verdict === 'new');
      }
    }),
    { numRuns: 500 },
  );
});

test('entities that a document declares itself are never expanded', () => {
  const text = '<!DOCTYPE o [<!ENTITY x "y">]><opml><body><outline text="&x;&#65;&amp;"/></body></opml>';
  const source = readSource(text);
  if (!('unreadable' in source)) expect(source.rows[0]?.fields['name']).toBe('&x;A&');
});

test.each([
  ['2019/3/5', '2019-03-05T00:00:00+08:00'],
  ['2020-11-21 08:30', '2020-11-21T08:30:00+08:00'],
  ['2021年7月1日', '2021-07-01T00:00:00+08:00'],
  ['1577836800', '2020-01-01T00:00:00Z'],
  ['1577836800000', '2020-01-01T00:00:00Z'],
  ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['2020-01-01T08:00:00+08:00', '2020-01-01T00:00:00Z'],
])('the date %s is %s', (text, expected) => {
  expect(readInstant(text)).toBe(Date.parse(expected));
});

test.each(['', '昨天', '2020-13-45', '12345', '2020'])('%j is no date', text => {
  expect(readInstant(text)).toBe(text);
});

test.each([
  ['甲', [0xef, 0xbb, 0xbf, 0xe7, 0x94, 0xb2]],
  ['甲', [0xff, 0xfe, 0x32, 0x75]],
  ['甲', [0xfe, 0xff, 0x75, 0x32]],
  ['甲', [0xbc, 0xd7]],
])('%s is read from the bytes %j', (text, bytes) => {
  expect(String(decodeText(new Uint8Array(bytes))).replace('\uFEFF', '')).toBe(text);
});

test('rows are cut into chunks without losing one, each well below what a document may have', () => {
  const rows = fc
    .array(fc.nat(3000), { maxLength: 60 })
    .map(sizes => sizes.map((size, row) => ({ row, verdict: 'new' as const, name: 'x'.repeat(size) })));
  fc.assert(
    fc.property(rows, all => {
      const chunks = chunksOf(all);
      expect(chunks.flat()).toEqual(all);
      for (const chunk of chunks) expect(JSON.stringify(chunk).length).toBeLessThan(160_000);
    }),
  );
});

test.each([
  ['cloud://env.bucket/imports/file.csv', false],
  ['cloud://env.bucket/imports/me/file.csv', true],
  ['cloud://env.bucket/imports/other/file.csv', false],
  ['cloud://env.bucket/imports//file.csv', false],
  ['cloud://env.bucket/imports/me/', false],
  ['cloud://env.bucket/exports/me/file.csv', false],
  ['cloud://env.bucket/x/imports/me/file.csv', false],
  ['cloud://env.bucket/imports/me/deep/file.csv', false],
  ['cloud://env.bucket/file.csv', false],
])('%s may be imported by me: %s', (fileId, expected) => {
  expect(isOwnFile(fileId, 'me')).toBe(expected);
});
