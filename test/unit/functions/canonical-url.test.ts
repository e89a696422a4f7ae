import fc from 'fast-check';
import { canonicalUrl } from '../../../cloudfunctions/core/items/canonical-url';

test.each([
  ['http://www.sspai.com/post/12345/?utm_source=wechat', 'https://sspai.com/post/12345'],
  ['HTTPS://Example.COM/A/b/#part', 'https://example.com/A/b'],
  ['https://example.com/?b=2&a=1&fbclid=x', 'https://example.com?a=1&b=2'],
  ['  https://example.com  ', 'https://example.com'],
  ['https://example.com:443/x', 'https://example.com/x'],
  ['https://example.com:8443/x', 'https://example.com:8443/x'],
  [
    'https://mp.weixin.qq.com/s?__biz=MjM5&mid=26&idx=1&sn=0a1b&chksm=bd&scene=21#wechat_redirect',
    'https://mp.weixin.qq.com/s?__biz=MjM5&idx=1&mid=26&sn=0a1b',
  ],
  ['https://mp.weixin.qq.com/s/AbCd_-E?scene=1', 'https://mp.weixin.qq.com/s/AbCd_-E'],
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
  'https://user:word@example.com',
  `https://example.com/${'x'.repeat(1000)}`,
])('%j is no address', text => {
  expect(canonicalUrl(text)).toBeUndefined();
});

const address = fc.webUrl({ withQueryParameters: true, withFragments: true });

test('a canonical address is its own canonical address', () => {
  fc.assert(
    fc.property(address, text => {
      const once = canonicalUrl(text);
      if (once !== undefined) expect(canonicalUrl(once)).toBe(once);
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
