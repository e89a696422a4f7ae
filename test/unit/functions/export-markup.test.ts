/** @jest-environment jsdom */
import fc from 'fast-check';
import { bookmarksWriter } from '../../../cloudfunctions/core/exports/formats/bookmarks';
import { opmlWriter } from '../../../cloudfunctions/core/exports/formats/opml';
import type { Writer } from '../../../cloudfunctions/core/exports/formats/writer';
import { PartBuilder } from '../../../cloudfunctions/core/exports/parts';
import type { ExportedItem } from '../../../typings/contract/imports';
import { anyLine } from '../../support/any-line';

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</A></DL><iframe src="javascript:alert(1)">',
  ']]><x/><![CDATA[',
  '&lt;b&gt;&#60;script&#62;',
  '--><!ENTITY a "b">',
];

const anyText = (max: number) =>
  fc.oneof(anyLine(max), fc.constantFrom(...ATTACKS.map(text => text.slice(0, max))));

const anyItems = fc.array(
  fc.record({
    kind: fc.constantFrom('follow' as const, 'like' as const, 'favorite' as const),
    name: anyText(100),
    url: anyText(40).map(path => `https://example.com/${path}`),
    folder: anyText(20),
    tags: fc.array(anyText(20), { maxLength: 3 }),
    note: anyText(100),
    handle: anyText(40),
    addedAt: fc.constant(1_700_000_000_000),
  }),
  { minLength: 1, maxLength: 6 },
);

function written(items: ExportedItem[], writer: Writer): string {
  const builder = new PartBuilder(entries => writer.render(entries));
  for (const item of items) {
    const { kind, folder = '', addedAt = 0 } = item;
    builder.add({ kind, folder, addedAt, isTrash: false, text: writer.write(item) ?? '' });
  }
  return builder.take()?.text ?? '';
}

/** As much of a browser's document as is looked at; this part of the tests is compiled without a browser's types. */
interface MarkupNode {
  localName: string;
  textContent: string | null;
  attributes: Iterable<{ name: string }>;
  children: { length: number };
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<MarkupNode>;
}

/** The parser of jsdom, which is not the one that reads imports. */
function parsed(text: string, type: 'text/html' | 'text/xml'): MarkupNode {
  const { DOMParser } = globalThis as unknown as {
    DOMParser: new () => { parseFromString(text: string, type: string): MarkupNode };
  };
  return new DOMParser().parseFromString(text, type);
}

const elements = (document: MarkupNode): MarkupNode[] => [...document.querySelectorAll('*')];
const sortedNames = (names: (string | null)[]): string[] => names.map(String).sort();

test('a browser finds in exported bookmarks nothing but lists, headings and the links as they were', () => {
  const property = fc.property(anyItems, items => {
    const document = parsed(written(items, bookmarksWriter), 'text/html');
    const known = ['html', 'head', 'body', 'meta', 'title', 'h1', 'h3', 'dl', 'dt', 'dd', 'p', 'a'];
    for (const element of elements(document)) {
      expect(known).toContain(element.localName);
      for (const { name } of element.attributes)
        expect(name).toMatch(/^(href|add_date|tags|data-liyili|http-equiv|content)$/);
    }
    const links = [...document.querySelectorAll('a')];
    expect(sortedNames(links.map(link => link.textContent))).toEqual(
      sortedNames(items.map(item => item.name)),
    );
    expect(sortedNames(links.map(link => link.getAttribute('href')))).toEqual(
      sortedNames(items.map(item => item.url)),
    );
  });
  fc.assert(property, { numRuns: 25 });
});

test('an XML parser finds in exported OPML nothing but outlines as they were', () => {
  const property = fc.property(anyItems, items => {
    const document = parsed(written(items, opmlWriter), 'text/xml');
    const known = ['opml', 'head', 'title', 'body', 'outline'];
    for (const element of elements(document)) expect(known).toContain(element.localName);
    const leaves = [...document.querySelectorAll('outline')].filter(outline => outline.children.length === 0);
    const attributesOf = (name: string) => sortedNames(leaves.map(leaf => leaf.getAttribute(name)));
    expect(attributesOf('text')).toEqual(sortedNames(items.map(item => item.name)));
    expect(attributesOf('description')).toEqual(sortedNames(items.map(item => item.note)));
    expect(attributesOf('url')).toEqual(sortedNames(items.map(item => item.url)));
  });
  fc.assert(property, { numRuns: 25 });
});

test('an address that is no web address is in no bookmark', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///x', undefined])
    expect(
      bookmarksWriter.write({ kind: 'like', name: '甲', ...(url !== undefined && { url }) }),
    ).toBeUndefined();
});
