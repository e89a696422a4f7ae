import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decodeText, readSource } from '../../../cloudfunctions/core/imports/formats/source';
import { stageRow } from '../../../cloudfunctions/core/imports/staging';

const SAMPLES = path.resolve(__dirname, '../../support/samples');
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(SAMPLES, name)));
const NOW = Date.parse('2026-03-01T12:00:00Z');
const facts = { owner: 'o', kind: 'favorite' as const, now: NOW };

/** As an import reads a file: its bytes, then its text. */
function read(bytes: Uint8Array) {
  const text = decodeText(bytes);
  return typeof text === 'string' ? readSource(text) : text;
}

function rowsOf(name: string) {
  const source = read(bytesOf(name));
  if ('unreadable' in source) throw new Error(source.unreadable);
  return { format: source.format, rows: source.rows.map(row => stageRow(row, facts)) };
}

const china = (text: string): number => Date.parse(`${text}+08:00`);
const bad = (reason: string) => ({ verdict: 'bad', reason });
const draft = (fields: object) => ({ verdict: 'new', draft: fields });

test.each([
  [
    'bookmarks.html',
    'netscape-html',
    [
      draft({ name: '少数派', url: 'https://sspai.com/', addedAt: 1_672_531_201_000 }),
      draft({
        ...{ name: 'Web 技术 <文档> & 参考', folder: '技术/前端', tags: ['文档', 'MDN'] },
        ...{ url: 'https://developer.mozilla.org/zh-CN/docs/Web?a=1&b=2', note: '常看的手册，\n第二行' },
        snapshot: { title: 'Web 技术 <文档> & 参考', takenAt: 1_672_531_204_000 },
      }),
      bad('链接不完整，或者不是网址'),
      { ...draft({ name: 'example.org long', folder: '技术' }), untitled: true },
      bad('链接不完整，或者不是网址'),
    ],
  ],
  [
    'pocket-ril-export.html',
    'netscape-html',
    [
      draft({
        name: '科技爱好者周刊（第 284 期）',
        tags: ['周刊', '科技'],
        addedAt: 1_704_412_800_000,
      }),
      draft({ url: 'https://example.com/no-title' }),
      draft({ name: 'Old & read', url: 'https://example.com/old?id=1&page=2', folder: 'Archive' }),
    ],
  ],
  [
    'pocket.csv',
    'pocket-csv',
    [
      draft({ tags: ['周刊', '科技'], addedAt: 1_704_412_800_000 }),
      draft({ name: 'Deep, long read', folder: 'Archive' }),
      { ...draft({ name: 'example.com no-title' }), untitled: true },
    ],
  ],
  [
    'pocket-new.csv',
    'pocket-csv',
    [
      draft({ name: '三联生活周刊｜为什么要整理', tags: ['生活', '整理'] }),
      draft({ name: 'A "quoted" title on two lines', folder: 'Archive', addedAt: 1_717_200_001_000 }),
      draft({ name: '没有链接' }),
    ],
  ],
  [
    'instapaper.csv',
    'instapaper-csv',
    [
      draft({ starred: true, note: 'A line, worth keeping', tags: ['读书', 'poetry'] }),
      { ...draft({ name: 'example.com plain', addedAt: 1_679_174_386_000 }), untitled: true },
      draft({ name: '读完的', folder: 'Archive' }),
      draft({ folder: 'Design' }),
    ],
  ],
  [
    'raindrop.csv',
    'raindrop-csv',
    [
      draft({
        ...{ name: 'Saved, "quoted" title', note: '第一行\n第二行', folder: 'Research/Go', starred: true },
        ...{ tags: ['reading', 'go'], addedAt: Date.parse('2024-01-02T03:04:05.123Z') },
        snapshot: { title: 'Saved, "quoted" title', cover: 'https://example.com/cover.jpg' },
      }),
      draft({ note: '页面自己的摘要', starred: false }),
    ],
  ],
  [
    'instagram-following.json',
    'instagram-json',
    [
      draft({ name: 'natgeo', handle: 'natgeo', url: 'https://www.instagram.com/natgeo' }),
      draft({ name: 'nasa', addedAt: 1_600_000_000_000, targetType: 'other' }),
      bad('没有名称，或者名称太长'),
    ],
  ],
  ['instagram-following-list.json', 'instagram-json', [draft({ handle: 'some.body_1' })]],
  [
    'x-following.js',
    'x-archive',
    [draft({ name: 'X 用户 783214', handle: '783214' }), draft({ name: 'jack', handle: '12' })],
  ],
  [
    'x-like.js',
    'x-archive',
    [
      draft({
        name: 'Sea sapphires & other animals https://t.co/IaCJlkaweW',
        url: 'https://twitter.com/i/web/status/1697051672621597026',
        snapshot: { takenAt: NOW },
      }),
      { ...draft({ url: 'https://x.com/i/web/status/1697051672621597027' }), untitled: true },
    ],
  ],
  [
    'bilibili-favorites.json',
    'bilibili-json',
    [
      draft({
        ...{ name: '怎样整理收藏夹', url: 'https://www.bilibili.com/video/BV13Z4y1S7Zc', folder: '学习' },
        ...{ dead: false, targetType: 'video', addedAt: 1_648_883_396_000 },
        snapshot: { author: '小木曾', cover: expect.stringMatching(/^https:\/\/i1\.hdslb\.com\//) },
      }),
      draft({ name: '已失效视频 BV13p4y1Y75K', dead: true, snapshot: { author: '我是未来的光' } }),
      draft({ url: 'https://www.bilibili.com/audio/au13598' }),
    ],
  ],
  [
    'bilibili-follows.json',
    'bilibili-json',
    [
      draft({ name: '矢泽日香', url: 'https://space.bilibili.com/64993', starred: false }),
      draft({ label: 'bilibili 知名游戏UP主', starred: true, addedAt: 1_602_518_401_000 }),
    ],
  ],
  [
    'bilibili-favorites.csv',
    'bilibili-csv',
    [
      draft({ folder: '学习', addedAt: china('2024-01-02T00:00:00'), targetType: 'video' }),
      draft({ name: '很久以前的视频', folder: '默认收藏夹' }),
    ],
  ],
  [
    'bilibili-follows.csv',
    'bilibili-csv',
    [
      draft({ name: '矢泽日香', handle: '64993', addedAt: china('2020-10-13T00:00:00') }),
      draft({ label: 'bilibili 知名游戏UP主' }),
    ],
  ],
  [
    'weibo.txt',
    'weibo-lines',
    [
      draft({ name: 'Dear-迪丽热巴', url: 'https://weibo.com/u/1669879400', handle: '1669879400' }),
      draft({ name: '胡歌' }),
      draft({ name: '微博用户 1729370543' }),
    ],
  ],
])('%s is read as %s, each field where it belongs', (name, format, expected) => {
  const source = rowsOf(name);
  expect(source).toMatchObject({ format, rows: expected });
  expect(source.rows).toHaveLength(expected.length);
});

/** Ends of these are known: a closing bracket, element or list. */
const CLOSED = [
  'bookmarks.html',
  'pocket-ril-export.html',
  'instagram-following.json',
  'instagram-following-list.json',
  'x-following.js',
  'x-like.js',
  'bilibili-favorites.json',
  'bilibili-follows.json',
  'subscriptions.opml',
  'subscriptions-1.opml',
  'liyili-export.json',
];

/** Where bookmarks could end and be whole: a list of links is closed. */
const isEnd = (text: string): boolean => /<\/(dl|ul|body|html)>(<p>)?\s*$/i.test(text);
/** What tells an archive of X; fewer letters may be anybody's name. */
const HEAD = 'window.YTD.'.length;

test.each(CLOSED)('%s that breaks off at any byte is refused with a reason', name => {
  const bytes = bytesOf(name);
  const whole = new TextDecoder().decode(bytes).trimEnd();
  for (let end = HEAD; end < bytes.length; end += 1) {
    const part = bytes.subarray(0, end);
    const source = read(part);
    const text = new TextDecoder().decode(part);
    if ('unreadable' in source) expect(source.unreadable).toMatch(/\p{Script=Han}/u);
    else if (text.trimEnd() !== whole && !isEnd(text) && source.rows.length > 0)
      throw new Error(`${source.format} after ${end} bytes: …${text.slice(-60)}`);
  }
});

test.each([
  ...['pocket.csv', 'pocket-new.csv', 'instapaper.csv', 'raindrop.csv', 'bilibili-favorites.csv'],
  ...['bilibili-follows.csv', 'weibo.txt', 'follows-gbk.csv', 'follows-excel.csv', 'names.txt'],
])('%s that breaks off at any byte gives rows with verdicts or a reason', name => {
  const bytes = bytesOf(name);
  for (let end = 0; end < bytes.length; end += 1) {
    const source = read(bytes.subarray(0, end));
    if ('unreadable' in source) expect(source.unreadable).toMatch(/\p{Script=Han}/u);
    else if (end % 9 === 0)
      for (const row of source.rows.map(parsed => stageRow(parsed, facts)))
        expect(row.reason === undefined).toBe(row.verdict === 'new');
  }
});
