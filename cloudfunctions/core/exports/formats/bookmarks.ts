import type { ExportedItem } from '../../../../typings/contract/imports';
import { KIND_WORDS } from '../../imports/formats/values';
import { inFolders } from '../parts';
import { escaped, type Writer } from './writer';

const HEAD = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>理一理</TITLE>
<H1>理一理</H1>
`;

/** Tags are separated by commas and cannot contain one. */
const tagsOf = (tags: string[]): string => tags.map(tag => tag.replaceAll(',', '，')).join(',');

function write({ url, name, tags = [], addedAt, note }: ExportedItem): string | undefined {
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined;
  const added = addedAt === undefined ? '' : ` ADD_DATE="${Math.floor(addedAt / 1000)}"`;
  const tagged = tags.length === 0 ? '' : ` TAGS="${escaped(tagsOf(tags))}"`;
  const remark = note === undefined ? '' : `\n<DD>${escaped(note)}`;
  return `<DT><A HREF="${escaped(url)}"${added}${tagged}>${escaped(name)}</A>${remark}`;
}

const list = (lines: string[]): string => ['<DL><p>', ...lines, '</DL><p>'].join('\n');

/**
 * A Netscape bookmark file, as every browser imports it: kinds and folders as folders. Items without an address have
 * no place in it. `DATA-LIYILI` tells the kind when the file comes back.
 */
export const bookmarksWriter: Writer = {
  withTrash: false,
  write,
  render: entries => {
    const kinds = inFolders(entries).map(([kind, folders]) => {
      const parts = folders.flatMap(([folder, texts]) =>
        folder === '' ? texts : [`<DT><H3>${escaped(folder)}</H3>`, list(texts)],
      );
      return `<DT><H3 DATA-LIYILI="${kind}">${KIND_WORDS[kind]}</H3>\n${list(parts)}`;
    });
    return `${HEAD}${list(kinds)}\n`;
  },
};
