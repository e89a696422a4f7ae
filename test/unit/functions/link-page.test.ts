import fc from 'fast-check';
import { decodePage } from '../../../cloudfunctions/core/links/charset';
import { readFacts } from '../../../cloudfunctions/core/links/page';

const BASE = new URL('https://mp.weixin.qq.com/s/abc');
const read = (html: string) => readFacts(html, BASE);

test('an article of an official account: title, account and cover', () => {
  const html = `<!doctype html><html><head><title></title>
    <meta property="og:title" content="春天 &amp; 番茄" />
    <meta property="og:image" content="http://mmbiz.qpic.cn/mmbiz_jpg/abc/0?wx_fmt=jpeg" />
    <meta property="og:article:author" content="王五" /></head>
    <body><h1 id="activity-name">春天</h1><a id="js_name">  园艺社\n </a>
    <script>var nickname = htmlDecode("别的");</script></body></html>`;
  expect(read(html)).toEqual({
    ...{ title: '春天 & 番茄', author: '园艺社', isGone: false },
    cover: 'https://mmbiz.qpic.cn/mmbiz_jpg/abc/0?wx_fmt=jpeg',
  });
});

test('without meta elements what it says to its own scripts', () => {
  const html = `<html><body><script type="text/javascript">
    var msg_title = 'It\\x26#39;s \\'new\\''.html(false);
    var nickname = htmlDecode("A&amp;B");
    var msg_cdn_url = "https://mmbiz.qpic.cn/a/0";
    </script></body></html>`;
  expect(read(html)).toEqual({
    ...{ title: "It's 'new'", author: 'A&B', cover: 'https://mmbiz.qpic.cn/a/0', isGone: false },
  });
});

test('any other page: Twitter’s elements, its title, its author or its site', () => {
  expect(read('<title>A\n page</title><meta name="author" content="B">')).toMatchObject({
    title: 'A page',
    author: 'B',
  });
  const html = `<title>x</title><meta name="twitter:title" content="T"><meta name="twitter:image" content="/c.png">
    <meta property="article:author" content="https://example.com/me"><meta property="og:site_name" content="S">`;
  expect(read(html)).toEqual({
    ...{ title: 'T', author: 'S', cover: 'https://mp.weixin.qq.com/c.png', isGone: false },
  });
});

test.each([
  ['该内容已被发布者删除', true],
  ['此内容因违规无法查看', true],
  ['此帐号已自主注销，内容无法查看', true],
  ['环境异常，完成验证后即可继续访问', false],
  ['访问过于频繁', false],
])('a page that only says %s is gone: %s', (notice, isGone) => {
  expect(read(`<title></title><div class="weui-msg"><h2>${notice}</h2></div>`).isGone).toBe(isGone);
});

test('an article about deleted articles is not gone, nor is a script that could say so', () => {
  const notice = '该内容已被发布者删除';
  expect(read(`<meta property="og:title" content="为什么"><p>${notice}</p>`).isGone).toBe(false);
  expect(read(`<title>a</title><script>var tip = '${notice}';</script>`).isGone).toBe(false);
});

test('texts are one line and as short as a snapshot; a cover is an https address', () => {
  const long = `<meta property="og:title" content="${'很'.repeat(300)}\u0007"><meta name="author" content="${'a'.repeat(300)}">`;
  const { title = '', author = '' } = read(long);
  expect([title.length, author.length]).toEqual([200, 100]);
  for (const picture of [
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    `https://a.com/${'x'.repeat(1000)}`,
  ])
    expect(read(`<meta property="og:image" content="${picture}">`)).toEqual({ isGone: false });
});

test('no page makes reading throw or take scripts for text', () => {
  const parts = fc.constantFrom(
    ...[
      '<title>',
      '</title>',
      '<script>',
      '</script>',
      '<meta property="og:title" content="',
      '">',
      '<!--',
      '-->',
    ],
    ...[
      "var msg_title = '",
      "'",
      '\\',
      '&amp;',
      '<h1 id="activity-name">',
      '</h1>',
      'text',
      '\u0000',
      '\ud800',
    ],
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), pieces => {
      const facts = read(pieces.join(''));
      expect(facts.title ?? 'x').toMatch(/^[^\p{Cc}\p{Cs}]{1,200}$/u);
    }),
  );
});

test('bytes are read by the header’s charset, the page’s own, else as UTF-8', () => {
  const gbk = new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]);
  expect(decodePage(gbk, 'text/html; charset=GBK')).toBe('中文');
  const named = new Uint8Array([...new TextEncoder().encode('<meta charset="gb2312">'), ...gbk]);
  expect(decodePage(named, 'text/html')).toContain('中文');
  expect(decodePage(new TextEncoder().encode('中文'), 'text/html')).toBe('中文');
  expect(decodePage(new TextEncoder().encode('中文'), 'text/html; charset=no-such')).toBe('中文');
});

test('half a megabyte of blanks where a value should stand is read once, not from each of its places', () => {
  const blanks = ' '.repeat(400_000);
  const html = `<title>A</title><script>var msg_title =${blanks}x; var nickname = htmlDecode(${blanks}x</script>`;
  expect(read(html)).toEqual({ title: 'A', isGone: false });
});
