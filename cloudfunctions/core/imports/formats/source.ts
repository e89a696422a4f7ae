import { readCsv } from './csv';
import { hasAddress, readLink, readName } from './lines';
import { readOpml } from './opml';
import { readOwnJson } from './own-json';
import type { ParsedSource, SourceLine, Unreadable } from './parsed-row';
import { linesOf } from './parsed-row';

const UNKNOWN: Unreadable = { unreadable: '不认识这种内容，请看看支持哪些格式' };

/** UTF-8, UTF-16 with its mark, else GB18030, which older Chinese programs write. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function readLines(lines: SourceLine[]): ParsedSource {
  const links = lines.filter(line => hasAddress(line.text)).length;
  if (links * 2 < lines.length) {
    return {
      format: 'names',
      rows: lines.map(line => (hasAddress(line.text) ? readLink(line) : readName(line))),
    };
  }
  return { format: 'links', rows: lines.map(readLink) };
}

/** Reads a source by what is in it; its file name is not asked. */
export function readSource(content: string): ParsedSource | Unreadable {
  const text = content.replace(/^\uFEFF/, '');
  const start = text.trimStart().slice(0, 2000);
  if (text.includes('\u0000')) return UNKNOWN;
  if (/^[{[]\s*(["{[\]}]|$)/.test(start)) return readOwnJson(text);
  if (start.startsWith('<')) return /<opml[\s>]/i.test(start) ? readOpml(text.trimStart()) : UNKNOWN;
  const lines = linesOf(text);
  if (lines.length === 0) return { unreadable: '里面没有内容' };
  const isLinks = lines.every(line => /^https?:\/\/\S+$/i.test(line.text));
  return (isLinks ? undefined : readCsv(text)) ?? readLines(lines);
}
