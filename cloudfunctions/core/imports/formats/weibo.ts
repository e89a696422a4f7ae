import type { Reading, SourceLine } from './parsed-row';
import { describedRow } from './parsed-row';

/** Account number (9 or 10 digits), then a name, then perhaps a date; some lines are a number alone. */
const LINE = /^(\d{9,10})(?:[\s,，]+([^\s,，#]+).*)?$/;

/** At least this share of the lines has the number, and half of them a name: then they are of Weibo. */
const SHARE = 0.8;

/**
 * The list that dataabc/weibo-follow and weibo-crawler write and read, `uid name` a line, `#` before a remark;
 * undefined when the lines are something else.
 */
export function readWeibo(lines: SourceLine[]): Reading | undefined {
  const accounts = lines.filter(line => !line.text.startsWith('#'));
  const read = accounts.map(line => ({ ...line, match: LINE.exec(line.text) }));
  const numbered = read.filter(({ match }) => match !== null);
  const named = numbered.filter(({ match }) => match?.[2] !== undefined);
  if (numbered.length < accounts.length * SHARE || named.length * 2 < numbered.length) return undefined;
  if (named.length === 0) return undefined;
  const rows = read.map(({ row, text, match }) => {
    if (!match) return { row, raw: text, fields: {} };
    const [, id = '', name = `微博用户 ${id}`] = match;
    return describedRow(row, { name, handle: id, url: `https://weibo.com/u/${id}`, targetType: 'other' });
  });
  return { format: 'weibo-lines', rows };
}
