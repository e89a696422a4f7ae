import { pinyin } from 'pinyin-pro';

interface Searchable {
  name: string;
  note?: string | undefined;
  handle?: string | undefined;
  label?: string | undefined;
  snapshot?: { title?: string | undefined; author?: string | undefined } | undefined;
}

export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();

interface Spoken {
  /** 人民日报 → renminribao; what is not Chinese stays as it is. ü is typed as v. */
  syllables: string;
  /** 人民日报 → rmrb */
  initials: string;
}

/** Texts whose sound is remembered: the tags of an import are the same few words again and again. */
const REMEMBERED = 500;
const remembered = new Map<string, Spoken>();

function soundOf(text: string): Spoken {
  const known = remembered.get(text);
  if (known) return known;
  const parts = pinyin(text, { toneType: 'none', type: 'all', nonZh: 'consecutive' });
  const join = (part: 'pinyin' | 'first'): string =>
    parts
      .map(one => (one.isZh ? one[part] : one.origin))
      .join('')
      .replace(/\s+/g, '')
      .replaceAll('ü', 'v');
  const spoken = { syllables: foldText(join('pinyin')), initials: foldText(join('first')) };
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(text, spoken);
  return spoken;
}

function spokenLines(text: string): string[] {
  if (!/\p{Script=Han}/u.test(text)) return [];
  const { syllables, initials } = soundOf(text);
  return [syllables, initials];
}

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
  `${soundOf(name).syllables} ${foldText(name)}`.slice(0, 120);
