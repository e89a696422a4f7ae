import { networkOf } from '../../../cloudfunctions/core/networks/address';
import { keyedHash, uidOf } from '../../../cloudfunctions/core/platform/crypto';
import { withUidKey } from '../../support/functions/uid-key';

withUidKey('key-of-the-unit-tests');

test('an address is a keyed hash that no other use of the key gives', () => {
  const hash = networkOf('203.0.113.7') ?? '';
  expect(hash).toMatch(/^[\w-]{22}$/);
  expect(hash).not.toBe(uidOf('203.0.113.7'));
  expect(hash).not.toBe(keyedHash('limit', '203.0.113.7').slice(0, 22));
  process.env['UID_KEY'] = 'another-key-of-the-tests';
  expect(networkOf('203.0.113.7')).not.toBe(hash);
  process.env['UID_KEY'] = 'key-of-the-unit-tests';
});

test.each([
  ['203.0.113.7', '::ffff:203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
  ['2001:db8::1', '2001:0DB8:0:0:ffff::2', true],
  ['2001:db8::1', '2001:db8:0:1::1', false],
])('%s and %s are one network: %s', (one, other, expected) => {
  expect(networkOf(one) === networkOf(other)).toBe(expected);
});

test.each(['', 'unknown', '203.0.113', '<script>'])('%j is no address', text => {
  expect(networkOf(text)).toBeUndefined();
});
