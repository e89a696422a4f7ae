import { parse } from 'papaparse';
import { hasAddress } from './lines';
import type { ParsedRow, ParsedSource } from './parsed-row';
import { isInstant, readFlag, readInstant, readNumber, readTags, readType } from './values';

type Read = (text: string) => unknown;
const same: Read = text => text.trim();

/** Column titles as they are met in exports and hand-made tables, the field they fill, how a cell is read. */
const COLUMNS: [RegExp, string, Read][] = [
  [/^(名称|名字|昵称|公众号|公众号名称|账号名称|标题|name|title|nickname|account name)$/i, 'name', same],
  [/^(链接|网址|地址|主页|url|link|href|homepage)$/i, 'url', same],
  [/^(微信号|账号|账号id|id|handle|account|username|account address)$/i, 'handle', same],
  [/^(身份标识|身份|认证|label|identity)$/i, 'label', same],
  [/^(标签|分组|分类|文件夹|tags?|folder|category|group)$/i, 'tags', readTags],
  [/^(备注|说明|note|notes|description)$/i, 'note', same],
  [/^(类型|type|target ?type)$/i, 'targetType', readType],
  [/^(添加时间|关注时间|收藏时间|日期|added|added ?at|date|created|time_added)$/i, 'addedAt', readInstant],
  [
    /^(上次打开|上次阅读|最后阅读|最近阅读|最近打开|last ?read|last ?read ?at|last opened)$/i,
    'lastReadAt',
    readInstant,
  ],
  [/^(每周推送|每周篇数|周更|推送频率|posts ?per ?week|frequency)$/i, 'postsPerWeek', readNumber],
  [/^(星标|starred|star)$/i, 'starred', readFlag],
  [/^(保护|protected|protect)$/i, 'protected', readFlag],
];

type Column = { field: string; read: Read } | undefined;

const columnFor = (title: string): Column => {
  const found = COLUMNS.find(([pattern]) => pattern.test(title.trim()));
  return found && { field: found[1], read: found[2] };
};

interface Table {
  rows: string[][];
  isMalformed: boolean;
}

/** Only a quote that never ends makes a table unreadable; rows of unequal length are usual. */
function readTable(text: string): Table {
  const { data, errors } = parse<string[]>(text, { skipEmptyLines: 'greedy' });
  return { rows: data, isMalformed: errors.some(error => error.type === 'Quotes') };
}

function readCells(cells: string[], columns: Column[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (column && cell !== '' && !(column.field in fields)) fields[column.field] = column.read(cell);
  }
  return fields;
}

/** Without a header cells tell by themselves what they are: an address, a date, else the name, then tags. */
function guessCells(cells: string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const tags: string[] = [];
  for (const cell of cells.map(text => text.trim()).filter(Boolean)) {
    if (hasAddress(cell) && !('url' in fields)) fields['url'] = cell;
    else if (isInstant(cell)) fields['addedAt'] ??= readInstant(cell);
    else if (!('name' in fields)) fields['name'] = cell;
    else tags.push(...readTags(cell));
  }
  if (tags.length > 0) fields['tags'] = tags;
  return fields;
}

/** `user@host` as Mastodon writes it: the address of the profile follows from it. */
function mastodonFields(address: string): Record<string, unknown> {
  const [user, host] = address.replace(/^@/, '').split('@');
  const handle = `@${user}@${host ?? ''}`;
  const isWhole = Boolean(user && host && /^[\w.-]+$/.test(user) && host.includes('.'));
  return isWhole ? { name: handle, handle, url: `https://${host}/@${user}`, targetType: 'other' } : {};
}

const numbered = (
  rows: string[][],
  first: number,
  fieldsOf: (cells: string[]) => Record<string, unknown>,
): ParsedRow[] =>
  rows.map((cells, index) => ({ row: index + first, raw: cells.join(','), fields: fieldsOf(cells) }));

/** At least this share of the records has a second cell: then it is a table and not names with commas. */
const TABLE_SHARE = 0.8;

/** A table with a header we know, of Mastodon, or without one; undefined when the text is no table. */
export function readCsv(text: string): ParsedSource | undefined {
  const { rows, isMalformed } = readTable(text);
  const [header = []] = rows;
  if (/^account address$/i.test(header[0]?.trim() ?? '')) {
    return {
      format: 'mastodon-csv',
      rows: numbered(rows.slice(1), 2, ([address = '']) => mastodonFields(address)),
    };
  }
  const columns = header.map(columnFor);
  const isNamed = columns.some(column => column?.field === 'name' || column?.field === 'url');
  if (isNamed && !isMalformed) {
    return { format: 'csv', rows: numbered(rows.slice(1), 2, cells => readCells(cells, columns)) };
  }
  const wide = rows.filter(cells => cells.length > 1).length;
  if (isMalformed || wide < rows.length * TABLE_SHARE) return undefined;
  return { format: 'csv', rows: numbered(rows, 1, guessCells) };
}
