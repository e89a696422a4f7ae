import { pinyin } from 'pinyin-pro';

interface Searchable {
  name: string;
  note?: string | undefined;
  handle?: string | undefined;
  label?: string | undefined;
  tags: string[];
}

export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Syllables of a text: 人民日报 → ren min ri bao; what is not Chinese stays as it is. */
const syllables = (text: string, pattern: 'pinyin' | 'first'): string =>
  pinyin(text, { toneType: 'none', type: 'array', pattern, nonZh: 'consecutive' })
    .join('')
    .replace(/\s+/g, '');

/** Everything an item is found by, a field a line; a query has no line breaks, so no hit spans two fields. */
export function searchTextOf({ name, note, handle, label, tags }: Searchable): string {
  const fields = [name, label, handle, note, ...tags].filter(text => text !== undefined && text !== '');
  const spoken = [name, label, ...tags].filter(text => text !== undefined && /\p{Script=Han}/u.test(text));
  const lines = fields.map(text => foldText(String(text).replace(/\n/g, ' ')));
  for (const text of spoken)
    lines.push(foldText(syllables(String(text), 'pinyin')), foldText(syllables(String(text), 'first')));
  return [...new Set(lines)].join('\n');
}

/** Latin order for Chinese names, then the name itself. */
export const sortNameOf = (name: string): string =>
  foldText(`${syllables(name, 'pinyin')} ${name}`).slice(0, 120);
