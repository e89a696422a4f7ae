/// <reference path="./papaparse.d.ts" />
import { parse } from 'papaparse';
import { BILIBILI_LINKS, type Cell, isBilibiliVideo, SERVICES, serviceOf } from './csv-services';
import { withoutApostrophe } from './formula';
import { hasAddress } from './lines';
import type { ParsedRow, Reading } from './parsed-row';
import { describedRow } from './parsed-row';
import { RECORDS_READ } from './texts';
import {
  isInstant,
  readFlag,
  readFolder,
  readInstant,
  readKind,
  readMarks,
  readNumber,
  readTags,
  readType,
} from './values';

type Read = (text: string) => unknown;
const same: Read = text => text.trim();

/** Column titles as they are met in exports and hand-made tables, the field they fill, how a cell is read. */
const COLUMNS: [RegExp, string, Read][] = [
  [/^(名称|名字|昵称|公众号|公众号名称|账号名称|标题|name|title|nickname|account name)$/i, 'name', same],
  [/^(链接|网址|地址|主页|url|link|href|homepage)$/i, 'url', same],
  [/^(微信号|账号|账号id|id|handle|account|username|account address)$/i, 'handle', same],
  [/^(身份标识|身份|认证|label|identity)$/i, 'label', same],
  [/^(标签|分组|tags?|group)$/i, 'tags', readTags],
  [/^(文件夹|分类|folder|category)$/i, 'folder', readFolder],
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
  [/^(失效|链接失效|dead)$/i, 'dead', readFlag],
  [/^(标记|marks?)$/i, 'marks', readMarks],
  [/^列表$/, 'kind', readKind],
  [/^原标题$/, 'snapshot.title', same],
  [/^原作者$/, 'snapshot.author', same],
  [/^封面$/, 'snapshot.cover', same],
  [/^记录时间$/, 'snapshot.takenAt', readInstant],
];

type Column = { field: string; read: Read } | undefined;

const columnFor = (title: string): Column => {
  const found = COLUMNS.find(([pattern]) => pattern.test(title.trim()));
  return found && { field: found[1], read: found[2] };
};

const SERVICE_TITLES = new Set(SERVICES.flatMap(service => service.titles.flat()));
const plainTitle = (title: string): string => title.trim().replace(/^"|"$/g, '').trim().toLowerCase();
const isKnown = (title: string): boolean =>
  SERVICE_TITLES.has(plainTitle(title)) || columnFor(plainTitle(title)) !== undefined;

const SEPARATORS = [',', '\t', ';', '，', '|'];

/** The separator that makes most known titles of the first line; empty lets the parser guess from the rows. */
function separatorOf(text: string): string {
  const head = (/^[^\r\n]*/.exec(text.slice(0, 2000).trimStart()) ?? [''])[0];
  const known = (separator: string): number => head.split(separator).filter(isKnown).length;
  const [best = ''] = [...SEPARATORS].sort((a, b) => known(b) - known(a));
  return known(best) > 1 ? best : '';
}

interface Table {
  rows: string[][];
  isMalformed: boolean;
}

/** Only quotes that do not pair make a table unreadable; rows of unequal length are usual. */
function readTable(text: string): Table {
  const options = {
    delimiter: separatorOf(text),
    delimitersToGuess: SEPARATORS,
    preview: RECORDS_READ + 1,
  };
  const { data, errors } = parse<string[]>(text, { skipEmptyLines: 'greedy', ...options });
  return { rows: data, isMalformed: errors.some(error => error.type === 'Quotes') };
}

const textIn = (cells: string[], index: number): string => withoutApostrophe(cells[index]?.trim() ?? '');

function readCells(cells: string[], columns: Column[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const snapshot: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const cell = textIn(cells, index);
    if (!column || cell === '') continue;
    const [outer = '', inner] = column.field.split('.');
    if (inner !== undefined) snapshot[inner] = column.read(cell);
    else if (!(outer in fields)) fields[outer] = column.read(cell);
  }
  return Object.keys(snapshot).length > 0 ? { ...fields, snapshot } : fields;
}

/** Without a header cells tell by themselves what they are: an address, a date, else the name, then tags. */
function guessCells(cells: string[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const tags: unknown[] = [];
  for (const cell of cells.map((_, index) => textIn(cells, index)).filter(Boolean)) {
    if (hasAddress(cell) && !('url' in fields)) fields['url'] = cell;
    else if (isInstant(cell)) fields['addedAt'] ??= readInstant(cell);
    else if (!('name' in fields)) fields['name'] = cell;
    else tags.push(...readTags(cell));
  }
  if (tags.length > 0) fields['tags'] = tags;
  return fields;
}

const rawOf = (cells: string[]): string => cells.join(',');

const numbered = (
  rows: string[][],
  first: number,
  fieldsOf: (cells: string[]) => Record<string, unknown>,
): ParsedRow[] =>
  rows.map((cells, index) => ({ row: index + first, raw: rawOf(cells), fields: fieldsOf(cells) }));

/** The table of a service with columns of its own; undefined when the titles are of no service. */
function readService(titles: string[], rows: string[][]): Reading | undefined {
  const first = rows[0]?.[titles.indexOf('url')] ?? '';
  const service = serviceOf(titles) ?? (isBilibiliVideo(first) ? BILIBILI_LINKS : undefined);
  if (!service) return undefined;
  const cellIn =
    (cells: string[]): Cell =>
    (...wanted) =>
      textIn(
        cells,
        titles.findIndex(title => wanted.includes(title)),
      );
  const read = rows.map((cells, index) => {
    const row = describedRow(index + 2, service.read(cellIn(cells)));
    return row.raw === '' ? { ...row, raw: rawOf(cells) } : row;
  });
  return { format: service.format, rows: read };
}

/** More columns than any table has; what stands behind them is not read. */
const COLUMNS_MAX = 100;

/** At least this share of the records has a second cell: then it is a table and not names with commas. */
const TABLE_SHARE = 0.8;

/** A table with a header we know, of a service, or without one; undefined when the text is no table. */
export function readCsv(text: string): Reading | undefined {
  const { rows, isMalformed } = readTable(text);
  const header = rows[0]?.slice(0, COLUMNS_MAX) ?? [];
  const columns = header.map(columnFor);
  const isNamed = columns.some(column => column?.field === 'name' || column?.field === 'url');
  const titles = header.map(plainTitle);
  const isTable = isNamed || serviceOf(titles) !== undefined;
  if (isTable && isMalformed) return { unreadable: '表格不完整：引号没有成对' };
  if (isTable) {
    const own = () => numbered(rows.slice(1), 2, cells => readCells(cells, columns));
    return readService(titles, rows.slice(1)) ?? { format: 'csv', rows: own() };
  }
  const wide = rows.filter(cells => cells.length > 1).length;
  if (isMalformed || wide < rows.length * TABLE_SHARE) return undefined;
  return { format: 'csv', rows: numbered(rows, 1, guessCells) };
}
