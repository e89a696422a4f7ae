import { fieldOf, isObject, type JsonObject, objectsIn, parseJson } from './json-values';
import type { ParsedRow, Reading } from './parsed-row';
import { describedRow } from './parsed-row';

const HEAD = /^window\.YTD\.(\w+)\.part\d+\s*=\s*/;

export const isXArchive = (text: string): boolean => /^window\.YTD\./.test(text);

/** The archive escapes the three characters that mean something in HTML. */
const plain = (text: unknown): unknown =>
  typeof text === 'string'
    ? text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
    : text;

function following({ accountId, userLink }: JsonObject, row: number): ParsedRow {
  const id = String(accountId ?? '');
  const link = typeof userLink === 'string' ? userLink : '';
  const user = /(?:twitter|x)\.com\/(?!intent\b)(\w{1,15})$/i.exec(link)?.[1];
  const url = link || (id && `https://x.com/intent/user?user_id=${id}`);
  return describedRow(row, { name: user ?? (id && `X 用户 ${id}`), handle: id, url, targetType: 'other' });
}

function like({ tweetId, fullText, expandedUrl }: JsonObject, row: number): ParsedRow {
  const id = String(tweetId ?? '');
  const url = typeof expandedUrl === 'string' ? expandedUrl : id && `https://x.com/i/web/status/${id}`;
  return describedRow(row, { title: plain(fullText), url, targetType: 'other' });
}

const RECORDS: Record<string, (record: JsonObject, row: number) => ParsedRow> = { following, like };

/**
 * `data/following.js` and `data/like.js` of an X (Twitter) archive: `window.YTD.<what>.part0 = [{<what>: {…}}]` with
 * `{accountId, userLink}` and `{tweetId, fullText, expandedUrl}`. The archive has neither the accounts' names nor
 * instants. Shapes from published readers of real archives.
 */
export function readXArchive(text: string): Reading {
  const [head = '', what = ''] = HEAD.exec(text) ?? [];
  const read = Object.hasOwn(RECORDS, what) ? RECORDS[what] : undefined;
  if (head === '' || !read) return { unreadable: 'X 的备份里只能导入 following.js 和 like.js' };
  const parsed = parseJson(text.slice(head.length).replace(/;\s*$/, ''));
  if (!parsed || !Array.isArray(parsed.value)) return { unreadable: '文件不完整，读不出来' };
  const rows = objectsIn(parsed.value).map((entry, index) => {
    const record = fieldOf(entry, what);
    return read(isObject(record) ? record : {}, index + 1);
  });
  return { format: 'x-archive', rows };
}
