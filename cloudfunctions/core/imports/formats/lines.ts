import type { ParsedRow, SourceLine } from './parsed-row';

const ADDRESS = /https?:\/\/[^\s<>"'，。；、）】》]+/i;
/** Bullets and numbering in front of a name: "- ", "3. ", "12、"; "36氪" is a name. */
const NUMBERING = /^(?:[-*•·]\s*|\d{1,4}(?:[、)）]|[.．](?!\d))\s*)/;
const AROUND_TITLE = /^[\s:：|\-—–,，《[【]+|[\s:：|\-—–,，》\]】]+$/g;

export const hasAddress = (text: string): boolean => ADDRESS.test(text);

/** Without a title an address is called by its host and the end of its path. */
function nameOf(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 100);
  const url = new URL(address);
  const last = url.pathname.split('/').filter(Boolean).at(-1);
  return `${url.hostname.replace(/^www\./, '')}${last === undefined ? '' : ` ${last}`}`.slice(0, 100);
}

/** A link with or without a title before or after it. */
export function readLink({ row, text }: SourceLine): ParsedRow {
  const address = ADDRESS.exec(text)?.[0] ?? '';
  const title = text.replace(address, '').replace(NUMBERING, '').replace(AROUND_TITLE, '');
  const name = title === '' ? nameOf(address) : title;
  return { row, raw: text, fields: { name, ...(address !== '' && { url: address }) } };
}

/** A name a line. */
export const readName = ({ row, text }: SourceLine): ParsedRow => ({
  row,
  raw: text,
  fields: { name: text.replace(NUMBERING, '').trim() },
});
