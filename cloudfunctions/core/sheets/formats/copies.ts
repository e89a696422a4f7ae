import { isBlank, lastIndex } from './cleaning';
import { unflattened } from './flattened';
import { TAG } from './header';
import { type Numbered, readNumbered } from './numbering';

/** A 接龙 as it stood in a group at one time. */
export interface Copy extends Numbered {
  /** Its line breaks were lost. */
  isFlattened: boolean;
  /** Names at numbers in the other copies of the text. */
  others: NumberedNames[];
}

type NumberedNames = Map<number, string>;

/** WeChat's line between a quotation and the answer to it: "- - - - - -". */
const isDivider = (line: string): boolean => /^ ?-(?: -){3}/.test(line) && /^[ -]+$/.test(line);
const QUOTED = /^「[^：「」\n]{1,40}：/u;

/** Every tag begins a copy, and so does what follows a quotation. */
function partsOf(lines: string[]): string[][] {
  const parts: string[][] = [[]];
  let hasTag = false;
  for (const line of lines) {
    const isTag = TAG.test(line);
    if (isDivider(line) || (isTag && hasTag)) {
      parts.push([]);
      hasTag = false;
    }
    hasTag ||= isTag;
    if (!isDivider(line)) parts.at(-1)?.push(line);
  }
  return parts;
}

/** Without the marks of a quotation: 「张三：…」. */
function unquoted(lines: string[]): string[] {
  const [first = ''] = lines;
  if (!QUOTED.test(first.trim())) return lines;
  const last = lastIndex(lines, line => !isBlank(line));
  return lines.map((line, index) => {
    const opened = index === 0 ? line.trim().replace(QUOTED, '') : line;
    return index === last ? opened.replace(/」 ?$/, '') : opened;
  });
}

function readPart(lines: string[]): Numbered & { isFlattened: boolean } {
  const plain = unquoted(lines);
  const numbered = readNumbered(plain);
  const { header, entries, tail } = numbered;
  const [only, ...more] = entries;
  const broken = more.length > 0 ? undefined : unflattened(only?.raw ?? plain);
  if (!broken) return { ...numbered, isFlattened: false };
  const again = readNumbered(only ? [...header, ...broken, ...tail] : broken);
  return again.entries.length > 1 ? { ...again, isFlattened: true } : { ...numbered, isFlattened: false };
}

/** A line drawn between header and list does not part them. */
function joined(parts: string[][]): string[][] {
  const all: string[][] = [];
  for (const part of parts) {
    const before = all.at(-1);
    const isSame = before && !part.some(line => TAG.test(line)) && readPart(before).entries.length === 0;
    if (isSame) before.push(...part);
    else all.push(part);
  }
  return all;
}

const namesOf = ({ entries }: Numbered): NumberedNames =>
  new Map(entries.map(({ number, lines }) => [number, (lines[0] ?? '').trim()]));

/** Of all copies in a text the one with most entries; of equal ones the last. */
export function longestCopy(lines: string[]): Copy {
  const copies = joined(partsOf(lines)).map(readPart);
  const longest = copies.reduce((best, next) => (next.entries.length >= best.entries.length ? next : best));
  const others = copies.filter(copy => copy !== longest && copy.entries.length > 0).map(namesOf);
  return { ...longest, others };
}
