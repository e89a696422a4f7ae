import { fieldOf, isObject, type JsonObject, objectsIn } from './json-values';
import type { ParsedRow, Reading } from './parsed-row';
import { describedRow } from './parsed-row';
import { epochOf, folderOf, RECORDS_READ } from './texts';

/** The title the site gives to everything that was taken down. */
const GONE = '已失效视频';

/** A favorite's address: videos by their number, songs by `au` and theirs. */
function addressOf(media: JsonObject): string | undefined {
  const number = String(media['bvid'] ?? media['bv_id'] ?? '');
  if (/^BV\w{10}$/.test(number)) return `https://www.bilibili.com/video/${number}`;
  const id = String(media['id'] ?? '');
  if (media['type'] === 12 && /^\d+$/.test(id)) return `https://www.bilibili.com/audio/au${id}`;
  return media['type'] === 2 && /^\d+$/.test(id) ? `https://www.bilibili.com/video/av${id}` : undefined;
}

function favorite(media: JsonObject, folder: string | undefined, row: number): ParsedRow {
  const isGone = media['title'] === GONE;
  const url = addressOf(media);
  return describedRow(row, {
    ...(isGone ? { name: `${GONE} ${url?.split('/').at(-1) ?? ''}` } : { title: media['title'] }),
    ...(url !== undefined && { url }),
    author: fieldOf(media['upper'], 'name'),
    cover: isGone ? undefined : media['cover'],
    folder,
    dead: isGone || Number(media['attr'] ?? 0) !== 0,
    addedAt: epochOf(media['fav_time']),
    targetType: 'video',
  });
}

function follow(user: JsonObject, row: number): ParsedRow {
  const id = String(user['mid'] ?? '');
  return describedRow(row, {
    name: user['uname'],
    ...(/^\d+$/.test(id) && { handle: id, url: `https://space.bilibili.com/${id}` }),
    label: fieldOf(user['official_verify'], 'desc'),
    starred: user['special'] === 1,
    addedAt: epochOf(user['mtime']),
    targetType: 'other',
  });
}

/** Replies are wrapped in `data` and collected in lists; nothing real lies deeper. */
const DEPTH_MAX = 6;
const FRAMES = ['data', 'list', 'medias'];

const recordsIn = (value: unknown): JsonObject[] => (isObject(value) ? [value] : objectsIn(value));

function folderIn(value: JsonObject): string | undefined {
  const title = fieldOf(value['info'], 'title');
  return typeof title === 'string' ? folderOf([title]) : undefined;
}

const isMedia = (record: JsonObject): boolean => 'bvid' in record || 'bv_id' in record;
const isUser = (record: JsonObject): boolean => 'mid' in record && 'uname' in record;

interface Leaf {
  record: JsonObject;
  folder: string | undefined;
}

function leavesOf(record: JsonObject, folder: string | undefined, depth: number): Leaf[] {
  if (isMedia(record) || isUser(record)) return [{ record, folder }];
  if (depth > DEPTH_MAX) return [];
  const inner = FRAMES.flatMap(name => recordsIn(record[name]));
  return inner.flatMap(one => leavesOf(one, folderIn(record) ?? folder, depth + 1));
}

/**
 * What Bilibili's own interface answers and export scripts save: a page of a favorites folder (`{info: {title}, medias:
 * [{title, cover, upper: {name}, bvid, fav_time in s, attr ≠ 0 when gone}]}`), a page of followed users (`{list: [{mid,
 * uname, mtime in s, special, official_verify: {desc}}]}`), each with or without its frame `{code, data}`, or lists of
 * them. Shapes from the replies collected in SocialSisterYi/bilibili-API-collect.
 */
export function readBilibili(value: unknown): Reading | undefined {
  const leaves = recordsIn(value)
    .flatMap(record => leavesOf(record, undefined, 0))
    .slice(0, RECORDS_READ);
  if (leaves.length === 0) return undefined;
  const rows = leaves.map(({ record, folder }, index) =>
    isMedia(record) ? favorite(record, folder, index + 1) : follow(record, index + 1),
  );
  return { format: 'bilibili-json', rows };
}
