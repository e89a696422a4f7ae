import fc from 'fast-check';
import { exportedItem, exportedTrash } from '../../../cloudfunctions/core/exports/exported';
import { bookmarksWriter } from '../../../cloudfunctions/core/exports/formats/bookmarks';
import { csvWriter } from '../../../cloudfunctions/core/exports/formats/csv';
import { opmlWriter } from '../../../cloudfunctions/core/exports/formats/opml';
import { ownJsonWriter } from '../../../cloudfunctions/core/exports/formats/own-json';
import type { Writer } from '../../../cloudfunctions/core/exports/formats/writer';
import { PartBuilder } from '../../../cloudfunctions/core/exports/parts';
import { inert, withoutApostrophe } from '../../../cloudfunctions/core/imports/formats/formula';
import { readSource } from '../../../cloudfunctions/core/imports/formats/source';
import type { StagedRow } from '../../../cloudfunctions/core/imports/rules';
import { stageRow } from '../../../cloudfunctions/core/imports/staging';
import { type ItemDocument, itemIdOf, newItem } from '../../../cloudfunctions/core/items/document';
import { RETENTION_MS } from '../../../cloudfunctions/core/items/rules';
import type { ItemDraft } from '../../../typings/contract/items';
import { anyDraft } from '../../support/any-draft';
import { anyLine } from '../../support/any-line';
import { withUidKey } from '../../support/functions/uid-key';

withUidKey('key-of-the-unit-tests');

const NOW = Date.parse('2026-03-01T12:00:00Z');

/** An account: items of different identity, some renamed since, some in the trash. */
const anyAccount = fc
  .uniqueArray(
    fc.record({
      draft: anyDraft(NOW),
      renamed: fc.option(anyLine(100), { nil: undefined }),
      trashedMsAgo: fc.option(fc.nat(RETENTION_MS - 1), { nil: undefined }),
      platformDone: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5, selector: ({ draft }) => itemIdOf('own', draft) },
  )
  .map(all =>
    all.map(({ draft, renamed, trashedMsAgo, platformDone }): ItemDocument => {
      const item = { ...newItem('own', draft, NOW), ...(renamed !== undefined && { name: renamed }) };
      if (trashedMsAgo === undefined) return item;
      const trashedAt = NOW - trashedMsAgo;
      const trash = { trashedAt, purgeAt: trashedAt + RETENTION_MS, batchId: 'a-batch-of-16-ch' };
      return { ...item, ...trash, state: 'trashed', ...(platformDone && { platformDoneAt: NOW }) };
    }),
  );

/** The file that an export of these items writes. */
function written(items: ItemDocument[], writer: Writer): string {
  const builder = new PartBuilder(entries => writer.render(entries));
  for (const document of items) {
    const isTrash = document.state === 'trashed';
    if (isTrash && !writer.withTrash) continue;
    const item = isTrash ? exportedTrash(document, NOW) : exportedItem(document);
    const text = item && writer.write(item);
    const { kind, folder = '', addedAt } = document;
    if (text !== undefined) builder.add({ kind, folder, addedAt, isTrash, text });
  }
  return builder.take()?.text ?? '';
}

function readBack(text: string, owner: string): StagedRow[] {
  const source = readSource(text);
  if ('unreadable' in source) throw new Error(`${source.unreadable}: ${text}`);
  return source.rows.map(row => stageRow(row, { owner, kind: 'follow', now: NOW }));
}

/** Everything of an item but what names its owner. */
function facts(item: ItemDocument): object {
  const { _id, owner, batchId, ...rest } = item;
  const renewed = newItem('any', { ...rest, state: undefined } as unknown as ItemDraft, NOW);
  const { state, trashedAt, purgeAt, platformDoneAt } = rest;
  return { ...renewed, _id: '', state, trashedAt, purgeAt, platformDoneAt };
}

const draftFacts = ({ draft, trashed }: StagedRow): object => {
  if (!draft) throw new Error('a row that cannot be read');
  const { batchId: _, ...trash } = trashed ?? {};
  const state = trashed ? ('trashed' as const) : ('live' as const);
  const none = { trashedAt: undefined, purgeAt: undefined, platformDoneAt: undefined };
  return { ...newItem('any', draft, NOW), _id: '', state, ...none, ...trash };
};

/** With the fields of objects in order, so that equal ones have equal texts. */
const textOf = (value: object): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const sorted = (all: object[]): string[] => all.map(textOf).sort();

test('own JSON gives another account the same items, renamed and trashed ones included', () => {
  const property = fc.property(anyAccount, items => {
    const rows = readBack(written(items, ownJsonWriter(NOW)), 'other');
    expect(rows.filter(row => row.verdict === 'bad')).toEqual([]);
    expect(new Set(rows.map(row => row.itemId)).size).toBe(items.length);
    expect(sorted(rows.map(draftFacts))).toEqual(sorted(items.map(facts)));
  });
  fc.assert(property, { numRuns: 40 });
});

test('own JSON meets its own items in the account that wrote it', () => {
  const property = fc.property(anyAccount, items => {
    const rows = readBack(written(items, ownJsonWriter(NOW)), 'own');
    expect(rows.map(row => row.itemId).sort()).toEqual(items.map(item => item._id).sort());
  });
  fc.assert(property, { numRuns: 30 });
});

test('a file cannot say under which id of somebody else an item goes', () => {
  const item = newItem('own', { kind: 'follow', name: '甲' }, NOW);
  const renamed = { ...item, name: '乙' };
  const text = written([renamed], ownJsonWriter(NOW));
  expect(readBack(text, 'own').map(row => row.itemId)).toEqual([item._id]);
  const made = text.replace(item._id, itemIdOf('victim', { kind: 'follow', name: '甲' }));
  expect(made).not.toBe(text);
  for (const file of [text, made])
    expect(readBack(file, 'other').map(row => row.itemId)).not.toContain(file.match(/"key":"(.{16})/)?.[1]);
});

const live = (items: ItemDocument[]): ItemDocument[] => items.filter(item => item.state === 'live');

test('CSV brings back every field of every live item', () => {
  const property = fc.property(anyAccount, items => {
    fc.pre(live(items).length > 0);
    const rows = readBack(written(items, csvWriter), 'other');
    expect(sorted(rows.map(draftFacts))).toEqual(sorted(live(items).map(facts)));
  });
  fc.assert(property, { numRuns: 40 });
});

/** What bookmarks and OPML carry; seconds, and no comma in a tag. */
const carried = (item: ItemDraft | ItemDocument, handle: boolean): object => ({
  ...{ kind: item.kind, name: item.name, url: item.url, folder: item.folder, note: item.note },
  tags: [...new Set((item.tags ?? []).map(tag => tag.replaceAll(',', '，')))],
  addedAt: Math.floor((item.addedAt ?? 0) / 1000),
  ...(handle && { handle: item.handle }),
});

test.each([
  ['bookmarks', bookmarksWriter, false],
  ['OPML', opmlWriter, true],
] as const)('%s bring back what they can carry of every live item', (_name, writer, isOpml) => {
  const property = fc.property(anyAccount, items => {
    const expected = live(items).filter(item => isOpml || item.url !== undefined);
    fc.pre(expected.length > 0);
    const rows = readBack(written(items, writer), 'other');
    expect(rows.filter(row => row.verdict === 'bad')).toEqual([]);
    const read = rows.map(({ draft }) => (draft ? carried(draft, isOpml) : {}));
    expect(sorted(read)).toEqual(sorted(expected.map(item => carried(item, isOpml))));
  });
  fc.assert(property, { numRuns: 40 });
});

/** RFC 4180, one expression for a cell and what is before it: another reader than the import's. */
const CELL = /(?:^|,|\r\n|[\r\n])(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))/g;

const cellsOf = (text: string): string[] =>
  [...text.matchAll(CELL)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');

test('no cell of a CSV is a formula, whatever an item is called', () => {
  const property = fc.property(anyAccount, items => {
    const text = written(items, csvWriter);
    fc.pre(text !== '');
    expect(text.startsWith('\uFEFF')).toBe(true);
    for (const cell of cellsOf(text.slice(1)))
      expect(cell).not.toMatch(/^[\s"＇＂‘’“”\u200b]*[=+\-@＝＋－＠\t\r]/u);
  });
  fc.assert(property, { numRuns: 40 });
});

test.each([
  '=1+1',
  '+1',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '"=1',
  "'=1",
  '＝1',
  '＠a',
  '\u200b=1',
  '%0A=1',
])('%j is written with an apostrophe and read without it', text => {
  expect(inert(text)).toBe(`'${text}`);
  expect(withoutApostrophe(inert(text))).toBe(text);
});

test('what is no formula is written as it is, and every text comes back', () => {
  for (const text of ['甲', "'甲", '3-1', 'a@b.c', "''", '']) expect(inert(text)).toBe(text);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => withoutApostrophe(inert(text)) === text));
});
