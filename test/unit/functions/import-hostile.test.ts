import fc from 'fast-check';
import { decodeText, readSource } from '../../../cloudfunctions/core/imports/formats/source';
import { stageRow } from '../../../cloudfunctions/core/imports/staging';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const facts = { owner: 'o', kind: 'favorite' as const, now: NOW };

function rowsOf(text: string) {
  const source = readSource(text);
  if ('unreadable' in source) throw new Error(source.unreadable);
  return source.rows.map(row => stageRow(row, facts));
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['a zip', [0x50, 0x4b, 3, 4, 20, 0], /压缩包/],
  ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0], /Excel/],
  ['UTF-8 cut inside a character', [...encoded('名称\n人民日报')].slice(0, -1), /一半/],
  ['UTF-16 cut inside a character', [0xff, 0xfe, 0x32, 0x75, 0x32], /一半/],
  ['bytes of no encoding', [0xff, 0xff, 0xff, 0x80], /不认识/],
])('%s is refused by name', (_name, bytes, reason) => {
  expect(decodeText(new Uint8Array(bytes))).toEqual({ unreadable: expect.stringMatching(reason) });
});

test('UTF-16 without a mark is told by its zeros', () => {
  const text = 'name,url\nabc,https://example.com/a';
  const little = new Uint8Array([...text].flatMap(character => [character.charCodeAt(0), 0]));
  const big = new Uint8Array([...text].flatMap(character => [0, character.charCodeAt(0)]));
  expect(decodeText(little)).toBe(text);
  expect(decodeText(big)).toBe(text);
});

test.each([
  ['[{"a":1}]', /JSON/],
  ['{"relationships_followers":[]}', /JSON/],
  ['{"app":"liyili","version":9,"items":[]}', /更新的版本/],
  ['window.YTD.tweets.part0 = []', /following\.js/],
  ['window.YTD.like.part0 = [{', /不完整/],
  ['<html><body>hello</body></html>', /不认识/],
  ['<rss version="2.0"><channel/></rss>', /不认识/],
  ['名称,备注\n甲,"没有结束', /引号/],
  ['title,url,time_added,tags,status\n"a,https://example.com/a,1,,unread', /引号/],
])('%j is refused with a reason', (text, reason) => {
  expect(readSource(text)).toEqual({ unreadable: expect.stringMatching(reason) });
});

test.each([
  ['lists in lists', '['.repeat(200_000)],
  ['objects in objects', `${'{"data":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['own JSON', `{"app":"liyili","version":1,"items":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}`],
  [
    'outlines in outlines',
    `<opml version="2.0"><body>${'<outline text="a">'.repeat(100_000)}${'</outline>'.repeat(100_000)}</body></opml>`,
  ],
  [
    'bookmark folders in folders',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><DT><H3>a</H3>'.repeat(100_000)}`,
  ],
  ['closings without openings', `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${'</b></dl>'.repeat(200_000)}`],
])('%s, thousands deep, neither throw nor hang', (_name, text) => {
  const source = readSource(text);
  const rows = 'unreadable' in source ? [] : source.rows;
  expect(rows.map(row => stageRow(row, facts)).every(row => row.verdict === 'bad')).toBe(true);
});

test('an entity bomb stays as small as it was written', () => {
  const declared = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
  );
  const text = `<!DOCTYPE o [<!ENTITY l0 "ha">${declared.join('')}]><opml version="2.0"><body><outline text="&l9;"/></body></opml>`;
  const source = readSource(text);
  expect(JSON.stringify(source).length).toBeLessThan(1000);
});

test.each([
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,<script>1</script>'],
  ['a file', 'file:///etc/passwd'],
  ['a user and password', 'https://user:password@example.com/'],
  ['no host', 'https://'],
])('an address that is %s makes its row bad, whatever the format', (_name, address) => {
  const texts = [
    `名称,链接\n甲,${address}`,
    `title,url,time_added,tags,status\n甲,${address},1700000000,,unread`,
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="${address.replaceAll('<', '&lt;')}">甲</A></DL>`,
    `<opml version="2.0"><body><outline text="甲" url="${address.replaceAll('<', '&lt;')}"/></body></opml>`,
    JSON.stringify({ app: 'liyili', version: 1, items: [{ kind: 'like', name: '甲', url: address }] }),
  ];
  for (const text of texts)
    expect(rowsOf(text)).toMatchObject([{ verdict: 'bad', reason: '链接不完整，或者不是网址' }]);
});

test('names of fields that every object inherits are data like any other', () => {
  const item = '{"kind":"like","name":"甲","__proto__":{"starred":true},"constructor":{"prototype":{}}}';
  const rows = rowsOf(`{"app":"liyili","version":1,"items":[${item},{"kind":"like","name":"__proto__"}]}`);
  expect(rows).toMatchObject([{ verdict: 'bad' }, { verdict: 'new', draft: { name: '__proto__' } }]);
  expect(rowsOf('constructor,toString\n名称,备注')).toHaveLength(2);
  expect(rowsOf('名称,__proto__\nhasOwnProperty,x')).toMatchObject([{ draft: { name: 'hasOwnProperty' } }]);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('control characters and halves of characters make a row bad that a person wrote, and vanish from others', () => {
  const own = JSON.stringify({
    ...{ app: 'liyili', version: 1 },
    items: ['a\u0007b', '甲\ud800', '\u2028'].map(name => ({ kind: 'like', name })),
  });
  for (const row of rowsOf(own)) expect(row).toMatchObject({ verdict: 'bad', reason: '有不能显示的字符' });
  const like = { like: { tweetId: '1', fullText: 'a\u0007\ud800b\nc', expandedUrl: 'https://x.com/i/1' } };
  expect(rowsOf(`window.YTD.like.part0 = ${JSON.stringify([like])}`)).toMatchObject([
    { verdict: 'new', draft: { name: 'a b c', snapshot: { title: 'a b c' } } },
  ]);
});

test('a cell of a million characters costs only its row', () => {
  const huge = '长'.repeat(1_000_000);
  expect(rowsOf(`名称,备注\n甲,${huge}\n${huge},乙\n丙,丁`).map(row => row.verdict)).toEqual([
    'bad',
    'bad',
    'new',
  ]);
  expect(
    rowsOf(`title,url,time_added,tags,status\n${huge},https://example.com/a,1700000000,,unread`),
  ).toMatchObject([{ verdict: 'new', name: '长'.repeat(80), draft: { name: '长'.repeat(100) } }]);
  expect(rowsOf(`${'-'.repeat(1_000_000)}x\n甲\n乙`).map(row => row.verdict)).toEqual(['bad', 'new', 'new']);
});

test('any separator a spreadsheet writes is told by the titles', () => {
  const separators = fc.constantFrom(',', '\t', ';', '，', '|');
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    .map(text => `名${text.replace(/[\p{Cc}\u2028\u2029]/gu, '')}`);
  const property = fc.property(
    separators,
    fc.array(cell, { minLength: 1, maxLength: 6 }),
    (separator, names) => {
      const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const lines = names.map(name => [quoted(name.trim()), quoted('标;签')].join(separator));
      const rows = rowsOf([['名称', '标签'].join(separator), ...lines].join('\r\n'));
      expect(rows.map(row => row.draft?.name)).toEqual(names.map(name => name.trim()));
      for (const row of rows) expect(row.draft?.tags).toEqual(['标', '签']);
    },
  );
  fc.assert(property, { numRuns: 60 });
});

test('20,000 bookmarks are read, each of them', () => {
  const links = Array.from(
    { length: 20_000 },
    (_, index) =>
      `<DT><A HREF="https://example.com/${index}" ADD_DATE="1700000000" TAGS="a,b">标题 ${index}</A>`,
  );
  const source = readSource(`<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n${links.join('\n')}\n</DL><p>`);
  expect('rows' in source && new Set(source.rows.map(row => row.fields['url'])).size).toBe(20_000);
});

test.each([
  ['lines', 'a\n'.repeat(400_000)],
  ['a table', `名称,标签\n${'a,b\n'.repeat(200_000)}`],
  ['an archive', `window.YTD.like.part0 = [${'{},'.repeat(400_000)}{}]`],
  [
    'bookmarks',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL>${'<DT><A HREF="https://a.bc">a</A>'.repeat(60_000)}</DL>`,
  ],
  ['own JSON', `{"app":"liyili","version":1,"items":[${'{},'.repeat(400_000)}{}]}`],
])('%s of far too many records are read only as far as is needed to refuse them', (_name, text) => {
  const source = readSource(text);
  const rows = 'rows' in source ? source.rows.length : 0;
  expect(rows).toBeGreaterThan(20_000);
  expect(rows).toBeLessThanOrEqual(20_001);
});

test('long runs of blanks and slashes are read once, not from each of their places', () => {
  const blanks = `https://a.bc 一${' '.repeat(2900)}二`;
  const slashes = `https://a.bc/${'/'.repeat(900)}x`;
  const rows = rowsOf(Array.from({ length: 4000 }, (_, index) => (index % 2 ? blanks : slashes)).join('\n'));
  expect(rows[0]?.draft?.url).toBe(slashes);
  expect(rows[1]).toMatchObject({ verdict: 'bad', reason: expect.stringContaining('名称') });
});
