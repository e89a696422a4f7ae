import type { ParsedRow, SourceLine } from './parsed-row';
import { nameOfAddress } from './texts';

const ADDRESS = /https?:\/\/[^\s<>"'，。；、）】》]+/i;
/** Bullets and numbering in front of a name: "- ", "3. ", "12、"; "36氪" is a name. */
const NUMBERING = /^(?:[-*•·]\s*|\d{1,4}(?:[、)）]|[.．](?!\d))\s*)/;
const BEFORE_TITLE = /^[\s:：|\-—–,，《[【]+/;
/** Looks for the end only where a run begins: else a long run inside a line would be tried from each of its places. */
const AFTER_TITLE = /(?<![\s:：|\-—–,，》\]】])[\s:：|\-—–,，》\]】]+$/;

export const hasAddress = (text: string): boolean => ADDRESS.test(text);

/** No title and address are longer together. */
const LINE_MAX = 3000;

/** A link with or without a title before or after it. */
export function readLink({ row, text: line }: SourceLine): ParsedRow {
  const text = line.slice(0, LINE_MAX);
  const address = ADDRESS.exec(text)?.[0] ?? '';
  const title = text
    .replace(address, '')
    .replace(NUMBERING, '')
    .replace(BEFORE_TITLE, '')
    .replace(AFTER_TITLE, '');
  const isUntitled = title === '' && address !== '';
  const name = isUntitled ? nameOfAddress(address) : title;
  return {
    ...{ row, raw: text, fields: { name, ...(address !== '' && { url: address }) } },
    ...(isUntitled && { untitled: true as const }),
  };
}

/** A name a line. */
export const readName = ({ row, text }: SourceLine): ParsedRow => ({
  row,
  raw: text,
  fields: { name: text.replace(NUMBERING, '').trim() },
});
