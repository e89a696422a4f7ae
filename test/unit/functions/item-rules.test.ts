import fc from 'fast-check';
import { newItem } from '../../../cloudfunctions/core/items/document';
import { pageOf } from '../../../cloudfunctions/core/items/page';
import {
  identityKey,
  isRestorable,
  mergedTags,
  RETENTION_MS,
  silenceOf,
  silentSince,
  unopenedSince,
} from '../../../cloudfunctions/core/items/rules';
import type { ItemDraft } from '../../../typings/contract/items';

const DAY_MS = 86_400_000;
const NOW = Date.parse('2026-03-01T12:00:00Z');

describe('the trash', () => {
  test.each([
    [-1, true],
    [0, false],
    [1, false],
  ])('%i ms around 72 hours: restorable is %s', (ms, expected) => {
    expect(isRestorable(NOW + RETENTION_MS, NOW + RETENTION_MS + ms)).toBe(expected);
  });

  test('keeps for 72 hours', () => {
    expect(RETENTION_MS).toBe(259_200_000);
  });
});

describe('silence', () => {
  test.each([
    [30, 30 * DAY_MS, 'silent'],
    [30, 30 * DAY_MS - 1, 'active'],
    [90, 90 * DAY_MS, 'silent'],
    [90, 90 * DAY_MS - 1, 'active'],
    [180, 179 * DAY_MS, 'active'],
    [undefined, 90 * DAY_MS, 'silent'],
  ] as const)('with a threshold of %s days, opened %i ms ago, is %s', (days, ago, expected) => {
    expect(silenceOf(NOW - ago, NOW, days)).toBe(expected);
  });

  test('is unknown without a record, whatever the threshold', () => {
    for (const days of [30, 60, 90, 180] as const) expect(silenceOf(undefined, NOW, days)).toBe('unknown');
  });

  test('only grows with time, and a longer threshold never makes more silent', () => {
    fc.assert(
      fc.property(fc.nat(400 * DAY_MS), fc.nat(400 * DAY_MS), (ago, later) => {
        if (silenceOf(NOW - ago, NOW, 60) === 'silent') {
          expect(silenceOf(NOW - ago, NOW + later, 60)).toBe('silent');
          expect(silenceOf(NOW - ago, NOW, 30)).toBe('silent');
        }
      }),
    );
    expect(silentSince(NOW)).toBe(silentSince(NOW, 90));
    expect(unopenedSince(NOW)).toBe(NOW - 30 * DAY_MS);
  });
});

describe('identity', () => {
  test('is the address, else the handle, else the name in whatever spelling', () => {
    const url = 'https://example.com/a';
    expect(identityKey({ name: 'x', handle: 'y', url })).toBe(identityKey({ name: 'z', url }));
    expect(identityKey({ name: 'x', handle: 'ABC' })).toBe(identityKey({ name: 'y', handle: 'abc' }));
    expect(identityKey({ name: ' ＡＢＣ  号' })).toBe(identityKey({ name: 'abc 号' }));
    expect(identityKey({ name: 'abc' })).not.toBe(identityKey({ name: 'x', handle: 'abc' }));
  });

  test('gives the same person’s same thing one id, and others other ids', () => {
    const draft: ItemDraft = {
      kind: 'follow',
      name: '人民日报',
      url: 'http://www.example.com/a/?utm_source=x',
    };
    const id = newItem('owner', draft, NOW)._id;
    expect(newItem('owner', { ...draft, name: '别的', url: 'https://example.com/a' }, NOW)._id).toBe(id);
    expect(newItem('other', draft, NOW)._id).not.toBe(id);
    expect(newItem('owner', { ...draft, kind: 'like' }, NOW)._id).not.toBe(id);
    expect(id).toMatch(/^[\w-]{16}$/);
  });
});

test('a new item never lies in the future', () => {
  const item = newItem('o', { kind: 'follow', name: 'a', addedAt: NOW + 1, lastReadAt: NOW + 1 }, NOW);
  expect(item).toMatchObject({ addedAt: NOW, lastReadAt: NOW, state: 'live' });
});

test('tags are merged without repetition, those that were there first', () => {
  const tags = fc.array(fc.constantFrom('a', 'b', 'c', 'd'));
  fc.assert(
    fc.property(tags, tags, fc.integer({ min: 1, max: 4 }), (kept, added, max) => {
      const merged = mergedTags(kept, added, max);
      expect(new Set(merged).size).toBe(merged.length);
      expect(merged.length).toBeLessThanOrEqual(max);
      expect(mergedTags(merged, added, max)).toEqual(merged);
      expect(merged).toEqual([...new Set([...kept, ...added])].slice(0, max));
    }),
  );
});

describe('a page', () => {
  test('has what fits, at least one, and leads on to everything', () => {
    const lengths = fc.array(fc.nat(70_000), { maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 5 }), (sizes, limit) => {
        const items = sizes.map((size, index) => ({ index, text: 'x'.repeat(size) }));
        const shown: number[] = [];
        let rest = items;
        while (rest.length > 0) {
          const { views, last } = pageOf(rest.slice(0, limit + 1), limit, item => item);
          expect(views.length).toBeLessThanOrEqual(limit);
          expect(views.length === 1 || JSON.stringify(views).length < 64 * 1024).toBe(true);
          shown.push(...views.map(({ index }) => index));
          rest = last ? items.slice(last.index + 1) : [];
        }
        expect(shown).toEqual(items.map(({ index }) => index));
      }),
    );
  });
});
