import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { MissingKey } from '../../../cloudfunctions/core/platform/crypto';
import { seal, TamperedText, unseal } from '../../../cloudfunctions/core/platform/sealing';

const keyOf = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const OLD = `k0:${keyOf(1)}`;
const NEW = `k1:${keyOf(2)}`;

const formerKeys = process.env['FIELD_KEYS'];
beforeEach(() => {
  process.env['FIELD_KEYS'] = `${NEW},${OLD}`;
});
afterAll(() => {
  if (formerKeys === undefined) delete process.env['FIELD_KEYS'];
  else process.env['FIELD_KEYS'] = formerKeys;
});

test('what was sealed for a place comes out there as it went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
      expect(unseal(seal(text, place), place)).toBe(text);
    }),
  );
});

test('a sealed text names its key and nothing of what it says; the same text is never sealed alike', () => {
  const sealed = seal('13812345678', 'here');
  expect(sealed).toMatch(/^k1\.[\w-]{50,60}$/);
  expect(sealed).not.toContain('1381');
  expect(new Set(Array.from({ length: 100 }, () => seal('13812345678', 'here'))).size).toBe(100);
});

test('a sealed text that lies elsewhere does not open', () => {
  const sealed = seal('13812345678', 'entries/a/phone');
  for (const place of ['entries/b/phone', 'entries/a/phone2', ''])
    expect(() => unseal(sealed, place)).toThrow(TamperedText);
});

test('not one bit of a sealed text can be changed, added or taken away', () => {
  const sealed = seal('13812345678', 'here');
  const [id = '', packed = ''] = sealed.split('.');
  const bytes = [...Buffer.from(packed, 'base64url')];
  const repacked = (changed: number[]): string =>
    `${id}.${Buffer.from(Uint8Array.from(changed)).toString('base64url')}`;
  expect(unseal(repacked(bytes), 'here')).toBe('13812345678');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const at = bit >> 3;
    const changed = bytes.map((byte, index) => (index === at ? byte ^ (1 << (bit & 7)) : byte));
    expect(() => unseal(repacked(changed), 'here')).toThrow(TamperedText);
  }
  for (const length of [0, 5, 12, 20, 28, bytes.length - 1])
    expect(() => unseal(repacked(bytes.slice(0, length)), 'here')).toThrow(TamperedText);
  expect(() => unseal(repacked([...bytes, 0]), 'here')).toThrow(TamperedText);
});

test('a key that was replaced still opens what it sealed, and seals nothing any more', () => {
  process.env['FIELD_KEYS'] = OLD;
  const before = seal('旧', 'here');
  process.env['FIELD_KEYS'] = `${NEW}, ${OLD}`;
  expect(unseal(before, 'here')).toBe('旧');
  expect(seal('新', 'here')).toMatch(/^k1\./);
  // The id alone does not make a key fit.
  process.env['FIELD_KEYS'] = `k0:${keyOf(9)}`;
  expect(() => unseal(before, 'here')).toThrow(TamperedText);
});

test('a key that is missing or unfit is an outage, and nothing is stored unsealed', () => {
  const sealed = seal('文', 'here');
  const short = `k1:${randomBytes(16).toString('base64')}`;
  for (const keys of ['', 'k1', short, OLD]) {
    process.env['FIELD_KEYS'] = keys;
    expect(() => unseal(sealed, 'here')).toThrow(MissingKey);
  }
  for (const keys of ['', 'k1', short]) {
    process.env['FIELD_KEYS'] = keys;
    expect(() => seal('文', 'here')).toThrow(MissingKey);
  }
  delete process.env['FIELD_KEYS'];
  expect(() => seal('文', 'here')).toThrow(MissingKey);
  expect(() => unseal('', 'here')).toThrow(MissingKey);
});
