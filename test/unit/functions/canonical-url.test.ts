import fc from 'fast-check';
import { addressOf, canonicalUrl } from '../../../cloudfunctions/core/items/canonical-url';

const ARTICLE = 'https://mp.weixin.qq.com/s?__biz=MjM5&idx=1&mid=26&sn=0a1b';

test.each([
  ['http://www.sspai.com/post/12345/?utm_source=wechat', 'https://sspai.com/post/12345'],
  ['HTTPS://Example.COM/A/b/#part', 'https://example.com/A/b'],
  ['https://example.com/?b=2&a=1&fbclid=x', 'https://example.com?a=1&b=2'],
  ['  https://example.com  ', 'https://example.com'],
  ['https://example.com./a', 'https://example.com/a'],
  ['https://example.com:443/x', 'https://example.com/x'],
  ['http://example.com:80/x', 'https://example.com/x'],
  ['https://example.com:8443/x', 'https://example.com:8443/x'],
  // Percent-encoding in either case, and none at all.
  ['https://example.com/%e4%bd%a0?q=%e5%a5%bd', 'https://example.com/%E4%BD%A0?q=%E5%A5%BD'],
  ['https://example.com/你?q=好', 'https://example.com/%E4%BD%A0?q=%E5%A5%BD'],
  ['https://例子.中国/a', 'https://xn--fsqu00a.xn--fiqs8s/a'],
  // Copied out of a page's source.
  ['https://example.com/?a=1&amp;b=2', 'https://example.com?a=1&b=2'],
  // An article's long address, with what WeChat adds; in another order; as it is shared.
  ['https://mp.weixin.qq.com/s?__biz=MjM5&mid=26&idx=1&sn=0a1b&chksm=bd&scene=21#wechat_redirect', ARTICLE],
  ['http://mp.weixin.qq.com/s?sn=0a1b&idx=1&mid=26&__biz=MjM5&from=timeline#rd', ARTICLE],
  ['https://mp.weixin.qq.com/s?__biz=MjM5&amp;mid=26&amp;idx=1&amp;sn=0a1b', ARTICLE],
  // Its short one, whose capitals matter.
  ['https://mp.weixin.qq.com/s/AbCd_-EfGhIj?scene=1&clicktime=5', 'https://mp.weixin.qq.com/s/AbCd_-EfGhIj'],
  // The page of an official account, by whoever and from wherever it was opened.
  [
    'https://mp.weixin.qq.com/mp/profile_ext?action=home&__biz=MjM5==&scene=124#wechat_redirect',
    'https://mp.weixin.qq.com/mp/profile_ext?__biz=MjM5%3D%3D&action=home',
  ],
  [
    'https://mp.weixin.qq.com/mp/homepage?__biz=M&hid=2&scene=18&devicetype=android',
    'https://mp.weixin.qq.com/mp/homepage?__biz=M&hid=2',
  ],
  // Small screens; a route in the fragment is a page of its own, a place on the page is not.
  ['https://m.bilibili.com/video/BV1x?share_source=weixin', 'https://bilibili.com/video/BV1x'],
  [
    'https://www.bilibili.com/video/BV1x/?spm_id_from=333.1&vd_source=9&p=2',
    'https://bilibili.com/video/BV1x?p=2',
  ],
  ['https://zh.m.wikipedia.org/wiki/A', 'https://zh.wikipedia.org/wiki/A'],
  ['https://m.weibo.cn/status/1', 'https://m.weibo.cn/status/1'],
  ['https://music.163.com/#/song?id=1', 'https://music.163.com#/song?id=1'],
  ['https://example.com/a?from=singlemessage&isappinstalled=0', 'https://example.com/a'],
  // The site's own words, whatever they look like.
  [
    'https://example.com/flights?from=PEK&scene=2&version=3',
    'https://example.com/flights?from=PEK&scene=2&version=3',
  ],
])('%s is %s', (text, expected) => {
  expect(canonicalUrl(text)).toBe(expected);
});

test.each([
  '',
  'example.com',
  'ftp://example.com',
  'javascript:alert(1)',
  'https://',
  'https://localhost/a',
  'https://localhost./a',
  'https://[::1]/a',
  'https://user:word@example.com',
  `https://example.com/${'x'.repeat(1000)}`,
  `https://example.com/${'你'.repeat(200)}`,
])('%j is no address', text => {
  expect(canonicalUrl(text)).toBeUndefined();
});

test.each([
  ['https://www.gov.cn/a/?utm_source=x#top', 'https://www.gov.cn/a/'],
  ['http://example.com/b?z=1&a=2', 'http://example.com/b?z=1&a=2'],
  ['https://music.163.com/#/song?id=1', 'https://music.163.com/#/song?id=1'],
])('%s is opened as %s: the site’s own host, scheme and order stay', (text, expected) => {
  expect(addressOf(text)?.url).toBe(expected);
});

const address = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .tuple(
      fc.constantFrom(
        'www.com',
        'www.www.example.com',
        'm.bilibili.com',
        'mp.weixin.qq.com',
        'a.m.wikipedia.org',
      ),
      fc.constantFrom('/s', '/s/AbCd_-EfGhIj', '/%e4/', '//a//', '/%%32e', ''),
      fc.webQueryParameters(),
      fc.constantFrom('', '#/a?b', '#!c%e4', '#d'),
    )
    .map(
      ([host, path, query, hash]) =>
        `http://${host}${path}?__biz=1&mid=2&idx=3&sn=4&from=timeline&${query}${hash}`,
    ),
);

test('a canonical address is its own canonical address', () => {
  fc.assert(
    fc.property(address, text => {
      const once = canonicalUrl(text);
      if (once !== undefined) expect(canonicalUrl(once)).toBe(once);
    }),
  );
});

test('what is stored to be opened is the same thing, and stays as it is', () => {
  fc.assert(
    fc.property(address, text => {
      const read = addressOf(text);
      if (read) expect(addressOf(read.url)).toEqual(read);
    }),
  );
});

test('tracking, the scheme, www and a slash at the end make no difference', () => {
  fc.assert(
    fc.property(fc.domain(), fc.constantFrom('', 'a', 'a/b'), fc.boolean(), (domain, path, isMarked) => {
      fc.pre(!domain.startsWith('www.'));
      const plain = canonicalUrl(`https://${domain}/${path}`);
      const mark = isMarked ? '?utm_campaign=x&spm=y' : '';
      expect(canonicalUrl(`http://www.${domain}/${path}/${mark}`)).toBe(plain);
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void canonicalUrl(`https://${text}`)));
});
