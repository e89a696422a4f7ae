import { fieldOf, isObject, type JsonObject, objectsIn } from './json-values';
import type { ParsedRow, Reading } from './parsed-row';
import { describedRow } from './parsed-row';
import { epochOf } from './texts';

/** Newer exports have the name as title, older ones as the link's value, the oldest as the entry's own value. */
function rowOf(entry: JsonObject, row: number): ParsedRow {
  const [link] = objectsIn(entry['string_list_data']);
  const href = String(fieldOf(link, 'href') ?? '');
  const fromLink = /instagram\.com\/(?:_u\/)?([\w.]+)/i.exec(href)?.[1];
  const names = [fieldOf(link, 'value'), entry['value'], entry['title'], fromLink];
  const name = names.find(text => typeof text === 'string' && text !== '') as string | undefined;
  const isHandle = name !== undefined && /^[\w.]{1,30}$/.test(name);
  return describedRow(row, {
    name,
    ...(isHandle && { handle: name, url: `https://www.instagram.com/${name}` }),
    addedAt: epochOf(fieldOf(link, 'timestamp') ?? entry['timestamp']),
    targetType: 'other',
  });
}

/**
 * `following.json` of Instagram's "download your information": `{relationships_following: [{title, string_list_data:
 * [{href, value, timestamp in s}]}]}`, the bare list of such entries, or since 2025 without `value`. Shapes from
 * published readers of real archives.
 */
export function readInstagram(value: unknown): Reading | undefined {
  const list = isObject(value) ? fieldOf(value, 'relationships_following') : value;
  const entries = objectsIn(list);
  const isWrapped = isObject(value) && Array.isArray(list);
  if (!isWrapped && !entries.some(entry => Array.isArray(entry['string_list_data']))) return undefined;
  return { format: 'instagram-json', rows: entries.map((entry, index) => rowOf(entry, index + 1)) };
}
