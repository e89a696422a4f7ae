import type { ImportFormat } from '../../../../typings/contract/imports';
import { parseJson } from './json-values';
import type { Described } from './parsed-row';
import { folderOf, tagsOf } from './texts';
import { isInstant, readFlag, readInstant } from './values';

/** Text of the first column that has one of the titles; empty when there is none. */
export type Cell = (...titles: string[]) => string;

interface Service {
  format: ImportFormat;
  /** A table is of this service when each group has a title among its columns. Lower case. */
  titles: string[][];
  read(cell: Cell): Described;
}

/** A date that cannot be read is left out: the file was written by a program and nobody can mend it. */
const instantOf = (text: string): number | undefined =>
  isInstant(text) ? Number(readInstant(text)) : undefined;

/** Folders every reading list has; only `Archive` says something. */
const ownFolder = (path: string): string | undefined =>
  /^(unread|unsorted|starred|)$/i.test(path.trim()) ? undefined : folderOf(path.split('/'));

/** `["a","b"]`, or plain tags with the service's separator. */
function tagsIn(text: string, separator: RegExp): string[] {
  const list = text.startsWith('[') ? parseJson(text)?.value : undefined;
  return tagsOf(Array.isArray(list) ? list : text.split(separator));
}

function readPocket(cell: Cell): Described {
  const url = cell('url');
  // Where Pocket knows no title it writes the address.
  const title = cell('title') === url ? '' : cell('title');
  return {
    ...{ title, url, tags: tagsIn(cell('tags'), /[|,]/), addedAt: instantOf(cell('time_added')) },
    folder: cell('status').toLowerCase() === 'archive' ? 'Archive' : undefined,
    starred: readFlag(cell('favorite', 'is_favorite')),
  };
}

const readInstapaper = (cell: Cell): Described => ({
  ...{ title: cell('title'), url: cell('url'), note: cell('selection') },
  ...{ folder: ownFolder(cell('folder')), starred: cell('folder').toLowerCase() === 'starred' },
  ...{ tags: tagsIn(cell('tags'), /,/), addedAt: instantOf(cell('timestamp')) },
});

const readRaindrop = (cell: Cell): Described => ({
  ...{ title: cell('title'), url: cell('url'), note: cell('note') || cell('excerpt') },
  ...{ folder: ownFolder(cell('folder')), tags: tagsIn(cell('tags'), /,/), cover: cell('cover') },
  ...{ addedAt: instantOf(cell('created')), starred: readFlag(cell('favorite')) },
});

/** `user@host` as Mastodon writes it: the address of the profile follows from it. */
function readMastodon(cell: Cell): Described {
  const [user, host] = cell('account address').replace(/^@/, '').split('@');
  const isWhole = Boolean(user && host && /^[\w.-]+$/.test(user) && host.includes('.'));
  if (!isWhole) return {};
  const handle = `@${user}@${host}`;
  return { name: handle, handle, url: `https://${host}/@${user}`, targetType: 'other' };
}

function readBilibiliFollow(cell: Cell): Described {
  const id = cell('uid', 'mid');
  return {
    ...{ name: cell('uname', '用户名', '昵称'), label: cell('认证信息') },
    ...(/^\d+$/.test(id) && { handle: id, url: `https://space.bilibili.com/${id}` }),
    ...{ addedAt: instantOf(cell('关注时间', 'mtime')), targetType: 'other' },
  };
}

const BV = ['bv', 'bvid', 'bv_id', 'bv号', 'bv 号'];

function readBilibiliFavorite(cell: Cell): Described {
  const number = cell(...BV);
  const url = /^BV\w{10}$/.test(number) ? `https://www.bilibili.com/video/${number}` : cell('url', '链接');
  return {
    ...{ title: cell('title', '标题', '视频标题'), url, folder: ownFolder(cell('folder', '收藏夹')) },
    ...{ author: cell('up主', 'up 主', 'up', 'upper', 'up_name', 'author'), cover: cell('cover', '封面') },
    ...{ addedAt: instantOf(cell('fav_time', '收藏时间', 'created')), targetType: 'video' },
  };
}

/**
 * Tables of services, by their columns. Pocket: `title,url,time_added[,cursor],tags,status`, tags with `|`, seconds.
 * Instapaper: `URL,Title,Selection,Folder[,Timestamp[,Tags]]`, tags as a JSON list. Raindrop: `id,title,note,excerpt,url,
 * folder,tags,created,cover,highlights,favorite`; a single folder's export has no `folder`; highlights are not read.
 * Bilibili has no export of its own: tables of scripts such as fangd123/bilibili-following-exporter (`UID,用户名,签名,
 * 关注时间,…`) and those with a `mid,uname` or BV column. Mastodon: `Account address,…`. Columns from real exports.
 */
export const SERVICES: Service[] = [
  { format: 'mastodon-csv', titles: [['account address']], read: readMastodon },
  { format: 'pocket-csv', titles: [['title'], ['url'], ['time_added']], read: readPocket },
  { format: 'instapaper-csv', titles: [['url'], ['title'], ['selection'], ['folder']], read: readInstapaper },
  { format: 'raindrop-csv', titles: [['title'], ['url'], ['excerpt'], ['note']], read: readRaindrop },
  { format: 'bilibili-csv', titles: [['mid'], ['uname']], read: readBilibiliFollow },
  { format: 'bilibili-csv', titles: [['uid'], ['用户名'], ['关注时间', '签名']], read: readBilibiliFollow },
  { format: 'bilibili-csv', titles: [BV, ['title', '标题', '视频标题']], read: readBilibiliFavorite },
];

export const serviceOf = (titles: string[]): Service | undefined =>
  SERVICES.find(service => service.titles.every(group => group.some(title => titles.includes(title))));

/** Bilibili's scripts that write for Raindrop: only the addresses tell. */
export const isBilibiliVideo = (url: string): boolean =>
  /^https?:\/\/(www\.|m\.)?bilibili\.com\/video\//i.test(url);
export const BILIBILI_LINKS: Service = { format: 'bilibili-csv', titles: [], read: readBilibiliFavorite };
