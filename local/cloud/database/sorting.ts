import { compareBytes, joinBytes } from './bytes';
import { invalidParam } from './database-error';
import { encodeKey, invert } from './keys';
import { indexValues } from './paths';
import type { Doc, Value } from './values';
import { isDoc, isNumeric, toNumber } from './values';

export interface SortKey {
  path: string;
  parts: string[];
  ascending: boolean;
}

function sortKey(path: string, direction: Value): SortKey {
  const number =
    direction === 'asc' ? 1 : direction === 'desc' ? -1 : isNumeric(direction) ? toNumber(direction) : 0;
  if (number !== 1 && number !== -1) throw invalidParam(`order of ${path} must be 1 or -1`);
  return { path, parts: path.split('.'), ascending: number === 1 };
}

/** `{path: 1|-1}` as the SDK sends it, or a list of `{field, direction}` as older SDKs do. */
export function sortKeysOf(order: Value): SortKey[] {
  if (order === undefined || order === null) return [];
  if (Array.isArray(order))
    return order.map(item => {
      if (!isDoc(item) || typeof item['field'] !== 'string') throw invalidParam('order must name its fields');
      return sortKey(item['field'], item['direction']);
    });
  if (!isDoc(order)) throw invalidParam('order must be an object');
  return Object.keys(order).map(path => sortKey(path, order[path]));
}

/** Bytes that order documents as MongoDB sorts them: an array by its smallest, descending by its largest item. */
export function sortBytes(doc: Doc, keys: readonly SortKey[]): Buffer {
  return joinBytes(
    keys.map(({ parts, ascending }) => {
      const encoded = indexValues(doc, parts).values.map(encodeKey);
      encoded.sort(compareBytes);
      const pick = (ascending ? encoded[0] : encoded.at(-1)) as Buffer;
      return ascending ? pick : invert(pick);
    }),
  );
}
