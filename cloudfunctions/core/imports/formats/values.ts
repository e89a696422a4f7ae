import { parseJson } from './json-values';
import { folderOf } from './texts';

const OFFSET = '+08:00';

/** Epoch ms of a number of seconds or milliseconds since 1970. */
function fromEpoch(text: string): number | undefined {
  if (!/^\d{10}(\d{3})?$/.test(text)) return undefined;
  return text.length === 10 ? Number(text) * 1000 : Number(text);
}

const PARTS =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{3})?))?)?$/;
const two = (part = '0'): string => part.padStart(2, '0');

/** 2024-03-05, 2024/3/5 8:30, 2024年3月5日: without a zone it is China's time. */
function fromParts(text: string): number | undefined {
  const match = PARTS.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return Date.parse(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${OFFSET}`);
}

/** Epoch ms of a date as files write it; the text itself when it is none, for the check to refuse. */
export function readInstant(text: string): number | string {
  const trimmed = text.trim();
  const isZoned = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(trimmed);
  const instant = fromEpoch(trimmed) ?? fromParts(trimmed) ?? (isZoned ? Date.parse(trimmed) : Number.NaN);
  return Number.isNaN(instant) ? text : instant;
}

export const isInstant = (text: string): boolean => typeof readInstant(text) === 'number';

const YES = /^(1|true|yes|y|是|√|✓|✔)$/i;
export const readFlag = (text: string): boolean => YES.test(text.trim());

/** Tags that contain a separator are written as a JSON list. */
export const TAG_SEPARATORS = /[;；|、,，/]/;

export function readTags(text: string): unknown[] {
  const list = text.startsWith('[') ? parseJson(text)?.value : undefined;
  if (Array.isArray(list)) return list;
  return text
    .split(TAG_SEPARATORS)
    .map(tag => tag.trim())
    .filter(tag => tag !== '');
}

/** As it is, or of a path that is too long the innermost folder. */
export const readFolder = (text: string): string | undefined =>
  text.length <= 20 ? text : folderOf(text.split('/'));

/** Words for the lists and marks in our own tables. */
export const KIND_WORDS = { follow: '关注', like: '点赞', favorite: '收藏' } as const;
export const MARK_WORDS = { 'advert-heavy': '广告多', outdated: '过时' } as const;

const keyOf = (words: Record<string, string>, text: string): string =>
  Object.entries(words).find(([, word]) => word === text.trim())?.[0] ?? text;

export const readKind = (text: string): string => keyOf(KIND_WORDS, text);
export const readMarks = (text: string): string[] =>
  text.split(TAG_SEPARATORS).map(mark => keyOf(MARK_WORDS, mark));

/** The number a text begins with ("3.5 次/周"), or the text itself for the check to refuse. */
export function readNumber(text: string): number | string {
  const match = /^\s*(\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?)/i.exec(text);
  return match ? Number(match[1]) : text;
}

/** Words for what an item is in our own tables; each is read back as it was written. */
export const TYPE_WORDS = {
  'official-account': '公众号',
  channel: '视频号',
  'mini-program': '小程序',
  article: '文章',
  video: '视频',
  other: '其他',
} as const;

const TYPES: [RegExp, string][] = [
  [/公众号|订阅号|服务号|official/i, 'official-account'],
  [/视频号|channel/i, 'channel'],
  [/小程序|mini/i, 'mini-program'],
  [/文章|article/i, 'article'],
  [/视频|video/i, 'video'],
];
export const readType = (text: string): string =>
  TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
