import fc from 'fast-check';
import type { ItemDocument } from '../../../cloudfunctions/core/items/document';
import { newItem } from '../../../cloudfunctions/core/items/document';
import { updatesFor } from '../../../cloudfunctions/core/items/many-changes';
import { keeperOf, mergedFields } from '../../../cloudfunctions/core/items/merging';
import { editUpdate, mergeUpdate } from '../../../cloudfunctions/core/items/updates';
import type { ItemDraft } from '../../../typings/contract/items';

const NOW = Date.parse('2026-03-01T12:00:00Z');

const item = (draft: Partial<ItemDraft> & { name: string }): ItemDocument =>
  newItem('owner', { kind: 'favorite', ...draft }, NOW);

const at = (name: string, ago: number, more: Partial<ItemDraft> = {}): ItemDocument =>
  item({ name, addedAt: NOW - ago, ...more });

const draft = fc.record(
  {
    name: fc.string({ minLength: 1, maxLength: 5 }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
    note: fc.string({ minLength: 1, maxLength: 600 }),
    folder: fc.constantFrom('x', 'y'),
    starred: fc.boolean(),
    protected: fc.boolean(),
    addedAt: fc.integer({ min: NOW - 1e9, max: NOW }),
    lastReadAt: fc.integer({ min: NOW - 1e9, max: NOW }),
    url: fc.webUrl(),
  },
  { requiredKeys: ['name', 'tags', 'addedAt'] },
);
const items = fc.array(draft, { minLength: 2, maxLength: 6 }).map(all => all.map(item));

test('the earliest-added is kept, a protected one before all others', () => {
  const [young, old, shielded] = [at('a', 1), at('b', 9), at('c', 5, { protected: true })];
  expect(keeperOf([young, old])).toBe(old);
  expect(keeperOf([young, old, shielded])).toBe(shielded);
  expect(keeperOf([])).toBeUndefined();
});

test('it takes over tags, star, marks, folder, label, link and dates', () => {
  const kept = at('a', 5, { tags: ['x'], lastReadAt: NOW - 100 });
  const other = at('b', 9, {
    ...{ tags: ['y', 'x'], starred: true, marks: ['outdated'], folder: 'f', label: 'l', handle: 'h' },
    ...{ url: 'https://example.com/a', lastReadAt: NOW - 3, note: 'n' },
  });
  expect(mergedFields(kept, [other])).toMatchObject({
    ...{ tags: ['x', 'y'], starred: true, marks: ['outdated'], folder: 'f', label: 'l', handle: 'h' },
    ...{ url: 'https://example.com/a', lastReadAt: NOW - 3, note: 'n', addedAt: NOW - 9 },
  });
});

test('what the kept one has of its own stays, and notes stand under each other as far as there is room', () => {
  const kept = at('a', 9, { folder: 'own', label: 'own', note: 'first' });
  const fields = mergedFields(kept, [
    at('b', 5, { folder: 'other', label: 'other', note: 'second' }),
    at('c', 4, { note: 'x'.repeat(990) }),
    at('d', 3, { note: 'first' }),
  ]);
  expect(fields).toMatchObject({ folder: 'own', label: 'own', note: 'first\nsecond' });
});

test('more than twenty tags are cut, those of the kept one first', () => {
  const tags = (prefix: string) => Array.from({ length: 15 }, (_, index) => `${prefix}${index}`);
  const merged = mergedFields(at('a', 9, { tags: tags('k') }), [at('b', 1, { tags: tags('o') })]);
  expect(merged.tags).toHaveLength(20);
  expect(merged.tags.slice(0, 15)).toEqual(tags('k'));
});

test('a merge made twice changes nothing more, nor does the order of the others', () => {
  fc.assert(
    fc.property(items, all => {
      const kept = keeperOf(all) as ItemDocument;
      const others = all.filter(one => one !== kept);
      const fields = mergedFields(kept, others);
      const after = { ...kept, ...fields };
      expect(mergedFields(after, others)).toEqual(fields);
      expect(mergeUpdate(after, mergedFields(after, others))).toBeUndefined();
      expect(mergedFields(kept, [...others].reverse())).toEqual(fields);
      expect(fields.addedAt).toBe(Math.min(...all.map(({ addedAt }) => addedAt)));
      expect(fields.starred).toBe(all.some(({ starred }) => starred));
      expect((fields.note ?? '').length).toBeLessThanOrEqual(1000);
    }),
  );
});

test('a change of many items is one write, two when tags come and go; only the last one takes away', () => {
  expect(updatesFor({ addTags: ['a'], starred: true, folder: 'f' })).toHaveLength(1);
  expect(updatesFor({ removeTags: ['a'], folder: null })).toHaveLength(1);
  const [first, second] = updatesFor({ addTags: ['a'], removeTags: ['b'], folder: null });
  expect(first).toEqual({ $addToSet: expect.anything(), $inc: { rev: 1 } });
  expect(second).toMatchObject({ $pullAll: { tags: ['b'] }, $unset: { folder: '', folderText: '' } });
});

test('an edited name is the owner’s own: what the link says never replaces it', () => {
  const link = { ...item({ name: 'example.com a', url: 'https://example.com/a' }), describeAt: NOW };
  expect(editUpdate(link, { name: '我的' }).$unset).toMatchObject({ describeAt: '', describeTries: '' });
  expect(editUpdate(link, { starred: true })).not.toHaveProperty('$unset');
});
