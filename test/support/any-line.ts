import fc from 'fast-check';

/** What trips writers and readers of text formats. */
const TRAPS = [
  ...['=', '+', '-', '@', "'", '"', ',', ';', '，', '|', '/', '\\', '[', ']', '{', '}', '\u200b', '＝', '  '],
  ...[
    '<b>',
    '</a>',
    '</DL>',
    '<script>',
    '&amp;',
    '&',
    '&#0;',
    ']]>',
    '<!--',
    '%',
    '人',
    'é',
    '😀',
    '日报',
    '0',
  ],
];

const raw = (max: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: max }),
    fc.array(fc.constantFrom(...TRAPS), { minLength: 1, maxLength: max }).map(parts => parts.join('')),
  );

/** A line of text as the schema lets it through: no control characters, no halves, nothing around it. */
export const anyLine = (max: number): fc.Arbitrary<string> =>
  raw(Math.min(max, 40))
    .map(text => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029\uFFFE\uFFFF]/gu, '').trim())
    .filter(text => text !== '' && text.length <= max);
