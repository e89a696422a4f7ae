import { readBookmarks } from './bookmarks';
import { readCsv } from './csv';
import { readJson } from './json';
import { hasAddress, readLink, readName } from './lines';
import { readOpml } from './opml';
import type { ParsedSource, Reading, SourceLine, Unreadable } from './parsed-row';
import { linesOf } from './parsed-row';
import { readWeibo } from './weibo';
import { isXArchive, readXArchive } from './x-archive';

const UNKNOWN: Unreadable = { unreadable: '不认识这种内容，请看看支持哪些格式' };
const PACKED: Unreadable = {
  unreadable: '这是压缩包或 Excel 文件：压缩包请先解压，Excel 请另存为 CSV 再导入',
};
const BROKEN: Unreadable = { unreadable: '文件不完整：最后一个字只有一半' };

const decoded = (encoding: string, bytes: Uint8Array, stream = false): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });

function attempt(decode: () => string): string | undefined {
  try {
    return decode();
  } catch {
    return undefined;
  }
}

/** Every second byte of Latin text in UTF-16 is zero; files without a mark exist. */
function encodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const zeros = (rest: number): number =>
    head.filter((byte, index) => index % 2 === rest && byte === 0).length;
  if (zeros(1) * 4 > head.length && zeros(0) === 0) return 'utf-16le';
  return zeros(0) * 4 > head.length && zeros(1) === 0 ? 'utf-16be' : undefined;
}

/** UTF-8, UTF-16, else GB18030, which older Chinese programs write. Half a character at the end is said. */
export function decodeText(bytes: Uint8Array): string | Unreadable {
  const [first, second] = bytes;
  const isPacked = (first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf);
  if (isPacked) return PACKED;
  const wide = encodingOf(bytes);
  if (wide) return attempt(() => decoded(wide, bytes)) ?? BROKEN;
  const text = attempt(() => decoded('utf-8', bytes));
  if (text !== undefined) return text;
  if (attempt(() => decoded('utf-8', bytes, true)) !== undefined) return BROKEN;
  return attempt(() => decoded('gb18030', bytes)) ?? UNKNOWN;
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

/** OPML says what it is; bookmarks begin with their document type, or have links in lists of terms. */
function readMarkup(text: string): Reading {
  const start = text.slice(0, 20_000);
  if (/<opml[\s>]/i.test(start)) return readOpml(text);
  const isBookmarks = /<!doctype netscape-bookmark|<dt>\s*<a\s|<a\s[^<>]*\stime_added=/i.test(start);
  return isBookmarks ? readBookmarks(text) : UNKNOWN;
}

/** Reads a source by what is in it; its file name is not asked. */
export function readSource(content: string): Reading {
  const text = content.replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (text.includes('\u0000')) return UNKNOWN;
  if (/^[{[]\s*(["{[\]}]|$)/.test(start.slice(0, 2000))) return readJson(start);
  if (isXArchive(start)) return readXArchive(start);
  if (start.startsWith('<')) return readMarkup(start);
  const lines = linesOf(text);
  if (lines.length === 0) return { unreadable: '里面没有内容' };
  const isLinks = lines.every(line => /^https?:\/\/\S+$/i.test(line.text));
  return readWeibo(lines) ?? (isLinks ? undefined : readCsv(text)) ?? readLines(lines);
}
