import fc from 'fast-check';
import { readJielong } from '../../../cloudfunctions/core/sheets/formats/jielong';
import { TEXT_MAX } from '../../../cloudfunctions/core/sheets/schema';
import type { ParsedLine } from '../../../typings/contract/sheets';

const NOW = Date.parse('2026-11-22T16:00:00+08:00');

/** What the patterns of the reader begin with: repeated, each would be tried from each of its places. */
const PIECES = [
  ...[
    '1',
    '1.',
    '1. ',
    '1.\n',
    '1.a。\n\n',
    '1. a\n9. b\n',
    '9',
    '１',
    '7.30 ',
    '- ',
    '-',
    '- - - -\n',
    '—',
    ' ',
    '\n',
    '\t',
  ],
  ...[
    '「',
    '「a：',
    '」',
    '#',
    '#接龙',
    '#接龙\n',
    '# ',
    '#接龙\n1.\n2.\n',
    '例 \n',
    '格式',
    'A.',
    'A.1元',
    'a.',
    '，',
    '、',
    '（',
    '（2人',
  ],
  ...[
    '2人',
    '+1',
    '×',
    'x',
    '带2',
    '一家',
    '张',
    '张 ',
    '🌸',
    '👨‍👩‍👧',
    '\u200d',
    '\u20e3',
    '1️⃣',
    '\uFE0F',
    '地点：',
    '时间：',
    '周六8:00 ',
  ],
  ...[
    '截止',
    '限',
    '限30',
    '至少',
    '每人1',
    '2026-',
    '2026年1月',
    '12:',
    '下周',
    '=',
    '<script>',
    '\u0000',
    '\ud83d',
    '13800138000',
  ],
];

test('nothing that is pasted keeps the reader busy or breaks it: 60,000 characters of whatever', () => {
  const repeated = fc
    .tuple(
      fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '#接龙\n', '#接龙\n题\n1. '),
    )
    .map(([parts, head]) => (head + parts.join('').repeat(TEXT_MAX)).slice(0, TEXT_MAX));
  fc.assert(fc.property(repeated, expectFit), { numRuns: 25 });
  for (const piece of PIECES) expectFit(piece.repeat(3000));
});

test('any text becomes a chain that fits the editor', () => {
  const mixed = fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string()), { maxLength: 60 })
    .map(parts => parts.join(''));
  fc.assert(fc.property(mixed, expectFit), { numRuns: 500 });
});

/** What a chain takes, and nothing doubtful that does not say why. */
function flawsOf({ name, rest, places, certainty, doubts }: ParsedLine): string[] {
  const flaws = {
    'too long': name.length > 20 || rest.length > 200,
    'no number of places': !Number.isInteger(places) || places < 1 || places > 99,
    'does not say why': (certainty === 'sure') !== (doubts.length === 0),
    'no name': name === '' && !doubts.includes('empty'),
  };
  return Object.entries(flaws).flatMap(([flaw, isSo]) => (isSo ? [`${flaw}: ${JSON.stringify(name)}`] : []));
}

function expectFit(text: string): void {
  const { draft, lines } = readJielong(text, NOW);
  expect(draft.title).toMatch(/^[^\n]{1,60}$/u);
  expect(draft.description?.length).toBeLessThanOrEqual(2000);
  expect(draft.place?.length ?? 0).toBeLessThanOrEqual(60);
  expect(lines.flatMap(flawsOf)).toEqual([]);
}
