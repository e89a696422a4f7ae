import fc from 'fast-check';
import { readAnswers, readPhone } from '../../../cloudfunctions/core/entries/answers';
import { CHOICES_MAX, pageSizeOf, TEXTS_MAX } from '../../../cloudfunctions/core/entries/sizes';
import type { Answer } from '../../../typings/contract/entries';
import type { ChainField, FieldType } from '../../../typings/contract/fields';

const OPTIONS = ['a', 'b', 'c'].map(id => ({ id, label: id }));

const field = (type: FieldType, more: Partial<ChainField> = {}): ChainField => ({
  ...{ id: 'f', type, label: '栏', required: false, personal: type === 'phone' },
  ...((type === 'single' || type === 'multiple') && { options: OPTIONS }),
  ...more,
});

/** The answer as it is kept, or what the refusal says was expected. */
function read(one: ChainField, given: Answer): unknown {
  const result = readAnswers([one], { f: given });
  if (result.ok) return result.data['f'];
  expect(result.error).toMatchObject({ code: 'BAD_INPUT', path: 'answers.f' });
  expect(result.error.message).toContain('栏');
  return { expected: result.error.expected };
}

const refused = (expected: string) => ({ expected });

test('texts are trimmed and kept up to the limit of their field', () => {
  expect(read(field('text'), ' 你好 ')).toBe('你好');
  expect(read(field('text', { max: 3 }), '一二三')).toBe('一二三');
  expect(read(field('text', { max: 3 }), '一二三四')).toEqual(refused('at most 3 characters'));
  expect(read(field('text'), 'x'.repeat(100))).toHaveLength(100);
  expect(read(field('text'), 'x'.repeat(101))).toEqual(refused('at most 100 characters'));
  expect(read(field('text'), '一\n二')).toEqual(refused('one line'));
  expect(read(field('paragraph'), '一\n二')).toBe('一\n二');
  expect(read(field('paragraph'), 'x'.repeat(500))).toHaveLength(500);
  expect(read(field('paragraph'), 'x'.repeat(501))).toEqual(refused('at most 500 characters'));
  expect(read(field('text'), 7)).toEqual(refused('text'));
});

test('numbers keep within their bounds and have two decimals at most', () => {
  const bounded = field('number', { min: 0, max: 10 });
  for (const value of [0, 10, 3.5, 0.07]) expect(read(bounded, value)).toBe(value);
  expect(read(bounded, -0.01)).toEqual(refused('at least 0'));
  expect(read(bounded, 10.01)).toEqual(refused('at most 10'));
  for (const value of [1.234, Number.NaN, Number.POSITIVE_INFINITY, '3', [] as string[]])
    expect(read(bounded, value)).toEqual(refused('a number'));
  expect(read(field('number'), -36.65)).toBe(-36.65);
  expect(read(field('number'), 1_000_000_001)).toEqual(refused('at most 1000000000'));
});

test('a choice is of the options there are, a multiple one within its bounds', () => {
  expect(read(field('single'), 'b')).toBe('b');
  for (const value of ['z', '__proto__', ['a'], 1])
    expect(read(field('single'), value)).toEqual(refused('an option of the field'));
  const some = field('multiple', { min: 2, max: 2 });
  expect(read(some, ['a', 'b', 'a'])).toEqual(['a', 'b']);
  expect(read(some, ['a'])).toEqual(refused('at least 2'));
  expect(read(some, ['a', 'b', 'c'])).toEqual(refused('at most 2'));
  expect(read(some, ['a', 'z'])).toEqual(refused('an option of the field'));
  expect(read(some, 'a')).toEqual(refused('ids of options'));
  expect(read(some, [])).toBeUndefined();
});

test('counts are whole, at most so many of each, and those of zero are none', () => {
  const goods = field('multiple', { counted: true, max: 5, min: 1 });
  expect(read(goods, { a: 5, b: 0 })).toEqual({ a: 5 });
  expect(read(goods, { a: 6 })).toEqual(refused('at most 5 of each'));
  expect(read(goods, { a: 1, b: 1, c: 1 })).toEqual({ a: 1, b: 1, c: 1 });
  for (const counts of [{ a: -1 }, { a: 1.5 }]) expect(read(goods, counts)).toEqual(refused('whole counts'));
  expect(read(goods, { z: 1 })).toEqual(refused('an option of the field'));
  expect(read(goods, ['a'])).toEqual(refused('counts'));
  expect(read(goods, { a: 0 })).toBeUndefined();
  expect(read(field('multiple', { counted: true }), { a: 99 })).toEqual({ a: 99 });
  expect(read(field('multiple', { counted: true }), { a: 100 })).toEqual(refused('at most 99 of each'));
});

test.each([
  ['13812345678', '13812345678'],
  [' 138-1234 5678 ', '13812345678'],
  ['+86 138 1234 5678', '13812345678'],
  ['+852 5123 4567', '+85251234567'],
  ['+14155550123', '+14155550123'],
  ['12812345678', undefined],
  ['1381234567', undefined],
  ['138123456789', undefined],
  ['010-62345678', undefined],
  ['+0123456789', undefined],
  ['+123456', undefined],
  ['13812345678a', undefined],
  ['１３８１２３４５６７８', undefined],
])('%s is read as the phone number %s', (given, kept) => {
  expect(readPhone(given)).toBe(kept);
  expect(read(field('phone'), given)).toEqual(kept ?? refused('a phone number'));
});

test.each(['2026-02-29', '2026-13-01', '1899-12-31', '2026-1-1', '2026-01-01T00:00', 'x'])(
  '%s is no day',
  text => {
    expect(read(field('date'), text)).toEqual(refused('a day, YYYY-MM-DD'));
  },
);

test('a field that must be answered is missed, however its emptiness is written', () => {
  const empty: [FieldType, Answer, Partial<ChainField>?][] = [
    ['text', '  '],
    ['paragraph', ''],
    ['phone', ' '],
    ['date', ''],
    ['single', ''],
    ['multiple', []],
    ['multiple', { a: 0 }, { counted: true }],
  ];
  for (const [type, given, more] of empty) {
    expect(readAnswers([field(type, more)], { f: given })).toMatchObject({ ok: true, data: {} });
    const required = readAnswers([field(type, { ...more, required: true })], { f: given });
    expect(required).toMatchObject({ error: { path: 'answers.f', message: '请填写“栏”' } });
    expect(readAnswers([field(type, { ...more, required: true })], {})).toMatchObject({ ok: false });
  }
  expect(read(field('date'), '2028-02-29')).toBe('2028-02-29');
});

test('an answer to a field that the chain has not is refused by its name', () => {
  const result = readAnswers([field('text')], { f: 'x', g: 'y' });
  expect(result).toMatchObject({ error: { code: 'BAD_INPUT', path: 'answers.g' } });
});

test('one entry has room for so many characters and choices in all', () => {
  const texts = ['f', 'g', 'h', 'i'].map(id => field('paragraph', { id }));
  const full = Object.fromEntries(texts.slice(0, 3).map(({ id }) => [id, 'x'.repeat(500)]));
  expect(readAnswers(texts, full).ok).toBe(true);
  expect(readAnswers(texts, { ...full, i: 'x' })).toMatchObject({
    error: { code: 'TOO_LARGE', path: 'answers', max: TEXTS_MAX },
  });
  const options = Array.from({ length: 50 }, (_, index) => ({ id: `o${index}`, label: 'x' }));
  const choices = ['f', 'g', 'h'].map(id => field('multiple', { id, options }));
  const ids = options.map(({ id }) => id);
  expect(readAnswers(choices, { f: ids, g: ids }).ok).toBe(true);
  expect(readAnswers(choices, { f: ids, g: ids, h: ['o1'] })).toMatchObject({
    error: { code: 'TOO_LARGE', max: CHOICES_MAX },
  });
});

test('a page has 100 entries, and fewer where they may say so much that a reply would not hold them', () => {
  const usual = [field('phone'), field('text'), field('paragraph'), field('single')];
  expect(pageSizeOf([])).toBe(100);
  expect(pageSizeOf(usual)).toBe(100);
  const options = Array.from({ length: 50 }, (_, index) => ({ id: `o${index}`, label: 'x' }));
  const most = Array.from({ length: 20 }, (_, index) =>
    index < 15 ? field('paragraph') : field('multiple', { options }),
  );
  expect(pageSizeOf(most)).toBeGreaterThan(40);
  expect(pageSizeOf(most)).toBeLessThan(100);
});

const anyAnswer = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.double(),
  fc.array(fc.constantFrom('a', 'b', 'c', 'z'), { maxLength: 5 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'z'), fc.integer({ min: -1, max: 101 }), { maxKeys: 3 }),
);
const anyField = fc
  .record({
    type: fc.constantFrom<FieldType>('text', 'paragraph', 'number', 'single', 'multiple', 'phone', 'date'),
    required: fc.boolean(),
    counted: fc.boolean(),
  })
  .map(({ type, required, counted }) => field(type, { required, ...(type === 'multiple' && { counted }) }));

test('whatever is answered, what is kept is accepted again as it is', () => {
  fc.assert(
    fc.property(anyField, anyAnswer, (one, given) => {
      const first = readAnswers([one], { f: given });
      if (!first.ok) return;
      expect(readAnswers([one], first.data)).toEqual(first);
      if (one.required) expect(first.data).toHaveProperty('f');
    }),
    { numRuns: 1000 },
  );
});
