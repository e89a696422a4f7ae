import fc from 'fast-check';
import { isPublicAddress } from '../../../cloudfunctions/core/links/addresses';
import { isAllowed } from '../../../cloudfunctions/core/links/hosts';

test.each([
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '0.1.2.3', '10.0.0.1', '10.255.255.255'],
  ...['172.16.0.1', '172.31.255.255', '192.168.0.1', '169.254.169.254', '169.254.0.23', '100.64.0.1'],
  ...['100.100.100.200', '100.127.255.255', '192.0.0.8', '192.0.2.1', '198.18.0.1', '198.51.100.1'],
  ...['203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...[
    '::',
    '::1',
    '::7f00:1',
    '::ffff:10.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    'fe80::1',
    'fec0::1',
  ],
  ...['fc00::1', 'fd00:ec2::254', 'ff02::1', '64:ff9b::10.0.0.1', '64:ff9b:1::1', '2002:a00:1::1'],
  ...['2001::1', '2001:db8::1', '100::1', '4000::1'],
  ...['', 'localhost', '999.1.1.1', '10.0.0.1:80', '[::1]', 'fe80::1%eth0'],
])('%j is not on the public Internet', address => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ...['8.8.8.8', '101.226.211.101', '9.255.255.255', '11.0.0.1', '172.15.255.255', '172.32.0.1'],
  ...['100.63.255.255', '100.128.0.1', '169.253.1.1', '2001:4860:4860::8888', '240e::1', '::ffff:8.8.8.8'],
])('%s is', address => {
  expect(isPublicAddress(address)).toBe(true);
});

test('an IPv4 address is as public inside IPv6 as by itself', () => {
  fc.assert(
    fc.property(fc.ipV4(), address => {
      expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
    }),
  );
});

test.each([
  ...['https://mp.weixin.qq.com/s/abc', 'http://mp.weixin.qq.com/s/abc', 'https://www.zhihu.com/question/1'],
  ...['https://zhuanlan.zhihu.com/p/1', 'https://zh.wikipedia.org/wiki/A', 'https://mp.weixin.qq.com./s'],
])('%s may be asked', text => {
  expect(isAllowed(new URL(text))).toBe(true);
});

test.each([
  ...[
    'https://example.com',
    'https://qq.com',
    'https://evil-mp.weixin.qq.com.example.com/',
    'https://zhihu.com.cn',
  ],
  ...['https://notzhihu.com', 'https://weixin.qq.com', 'https://constructor', 'https://__proto__.com'],
  ...[
    'ftp://mp.weixin.qq.com/s',
    'file:///etc/passwd',
    'https://mp.weixin.qq.com:8443/s',
    'http://mp.weixin.qq.com:22/',
  ],
  ...['https://user:word@mp.weixin.qq.com/s', 'https://mp.weixin.qq.com@10.0.0.1/s', 'http://localhost/'],
  ...['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://[::1]/'],
  ...[
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://metadata.tencentyun.com/',
  ],
])('%s may not', text => {
  expect(isAllowed(new URL(text))).toBe(false);
});
