import { pinyin } from 'pinyin-pro';

interface Searchable {
  name: string;
  note?: string | undefined;
  handle?: string | undefined;
  label?: string | undefined;
  snapshot?: { title?: string | undefined; author?: string | undefined } | undefined;
}

export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Syllables of a text: 人民日报 → ren min ri bao; what is not Chinese stays as it is. */
const syllables = (text: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(text, { toneType: 'none', type: 'array', pattern, nonZh: 'consecutive' })
    .join('')
    .replace(/\s+/g, '');

const spokenLines = (text: string): string[] =>
  /\p{Script=Han}/u.test(text)
    ? [foldText(syllables(text, 'pinyin')), foldText(syllables(text, 'first'))]
    : [];

const isText = (text: string | undefined): text is string => text !== undefined && text !== '';

const linesOf = (fields: string[], spoken: string[]): string =>
  [
    ...new Set([...fields.map(text => foldText(text.replace(/\n/g, ' '))), ...spoken.flatMap(spokenLines)]),
  ].join('\n');

/**
 * Everything an item itself is found by, a field a line; a query has no line breaks, so no hit spans two fields.
 * Tags and the folder have texts of their own: changing them on many items is one write then.
 */
export function searchTextOf({ name, note, handle, label, snapshot }: Searchable): string {
  const { title, author } = snapshot ?? {};
  const fields = [name, label, handle, note, title, author].filter(isText);
  return linesOf(fields, [name, label, author].filter(isText));
}

/** What one tag is found by. It begins with the tag as written, so that different tags have different texts. */
export const tagTextOf = (tag: string): string => `${tag}\n${linesOf([tag], [tag])}`;

export const tagTextsOf = (tags: string[]): string[] => tags.map(tagTextOf);

export const folderTextOf = (folder: string): string => linesOf([folder], [folder]);

/** Latin order for Chinese names, then the name itself. */
export const sortNameOf = (name: string): string =>
  foldText(`${syllables(name, 'pinyin')} ${name}`).slice(0, 120);
