import { DatabaseOutage } from '../platform/database';

/** Bytes of the items of one page: with what is around them it stays below the 64 KB that a page's data may have. */
const PAGE_BYTES = 60_000;

interface Page<T, V> {
  views: V[];
  /** The last one shown when more follow: the next page begins after it. */
  last?: T;
}

/**
 * A page of what was found: at most `limit`, fewer when their texts are long, but always one.
 * @param found one more than `limit` when there is more.
 */
export function pageOf<T, V>(found: T[], limit: number, viewOf: (item: T) => V): Page<T, V> {
  const views: V[] = [];
  let bytes = 0;
  for (const item of found.slice(0, limit)) {
    const view = viewOf(item);
    bytes += Buffer.byteLength(JSON.stringify(view)) + 1;
    if (views.length > 0 && bytes > PAGE_BYTES) break;
    views.push(view);
  }
  const last = found[views.length - 1];
  return found.length > views.length && last !== undefined ? { views, last } : { views };
}

/** So many of the longest items stay below the 1 MB of a database reply. */
const SMALL = 25;

/**
 * Reads a page and one more, fewer when so many long items are more than one reply of the database.
 * @param read gives the first so many of what follows.
 */
export async function readPage<T>(
  limit: number,
  read: (count: number) => Promise<T[]>,
): Promise<{ found: T[]; limit: number }> {
  try {
    return { found: await read(limit + 1), limit };
  } catch (error) {
    if (!(error instanceof DatabaseOutage) || limit <= SMALL) throw error;
    return { found: await read(SMALL + 1), limit: SMALL };
  }
}
