import type { ExportedItem } from '../../../../typings/contract/imports';
import { KIND_WORDS } from '../../imports/formats/values';
import { inFolders } from '../parts';
import { escaped, type Writer } from './writer';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:liyili="https://liyili.invalid/opml">
<head><title>理一理</title></head>
<body>
`;

/** Line breaks would be read as blanks; two characters are none in XML. */
const attribute = (name: string, value: string | undefined): string => {
  if (value === undefined || value === '') return '';
  const text = escaped(value.replace(/[\uFFFE\uFFFF]/g, ''));
  return ` ${name}="${text.replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
};

/** Categories are separated by commas; a slash in front means nothing. */
const categoryOf = (tag: string): string => tag.replaceAll(',', '，').replace(/^\//, '//');

function write({ name, url, handle, note, tags = [], addedAt }: ExportedItem): string {
  return [
    '<outline',
    attribute('text', name),
    ...(url === undefined ? [] : [' type="link"', attribute('url', url)]),
    attribute('category', tags.map(categoryOf).join(',')),
    attribute('description', note),
    attribute('created', addedAt === undefined ? undefined : new Date(addedAt).toUTCString()),
    attribute('liyili:handle', handle),
    '/>',
  ].join('');
}

const group = (attributes: string, lines: string[]): string =>
  [`<outline${attributes}>`, ...lines, '</outline>'].join('\n');

/** OPML 2: kinds and folders as outlines, tags as categories, an account without address as a line of text. */
export const opmlWriter: Writer = {
  withTrash: false,
  write,
  render: entries => {
    const kinds = inFolders(entries).map(([kind, folders]) => {
      const parts = folders.flatMap(([folder, texts]) =>
        folder === '' ? texts : [group(attribute('text', folder), texts)],
      );
      return group(attribute('text', KIND_WORDS[kind]) + attribute('liyili:kind', kind), parts);
    });
    return `${HEAD}${kinds.join('\n')}\n</body>\n</opml>\n`;
  },
};
