import { EJSON } from 'bson';
import type { openDatabase } from '../cloud/database';

type Database = Awaited<ReturnType<typeof openDatabase>>;

export const COLLECTION = 'bench';
/** Documents of the smaller collections. */
export const SMALL = 10_000;
/** Documents an owner, so that a page is a small part of what one owner has. */
const DOCUMENTS_EACH = 1000;
const BATCH = 1000;
/** Batches that share one transaction and one sync to disk. */
const BATCHES_AT_ONCE = 10;
const PAGE = 20;
const RUNS = 200;

/** Like an item of the product: about 250 bytes. */
export function documentOf(n: number) {
  return {
    _id: `d${n}`,
    owner: `u${Math.floor(n / DOCUMENTS_EACH)}`,
    addedAt: n,
    kind: 'follow',
    name: `公众号 ${n}`,
    tags: [`t${n % 7}`, `t${n % 11}`],
    starred: n % 5 === 0,
    note: 'x'.repeat(80),
  };
}

/** Adds `count` documents in batches, several at once. */
export async function fill(database: Database, count: number): Promise<{ documentsPerSecond: number }> {
  const startedAt = performance.now();
  const add = (from: number) => {
    const data = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) =>
      EJSON.stringify(documentOf(from + i), { relaxed: false }),
    );
    return database.handle({ action: 'database.insertDocument', collectionName: COLLECTION, data });
  };
  const starts = Array.from({ length: Math.ceil(count / BATCH) }, (_, batch) => batch * BATCH);
  while (starts.length > 0) await Promise.all(starts.splice(0, BATCHES_AT_ONCE).map(add));
  return { documentsPerSecond: count / ((performance.now() - startedAt) / 1000) };
}

/** Server time of a page of 20 of one owner, newest first, ms. */
export async function measurePages(database: Database, documents: number) {
  const owners = Math.max(1, Math.floor(documents / DOCUMENTS_EACH));
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const owner = `u${(run * 7919) % owners}`;
    const startedAt = performance.now();
    const reply = await database.handle({
      action: 'database.getDocument',
      collectionName: COLLECTION,
      queryType: 'WHERE',
      query: EJSON.stringify({ owner }, { relaxed: false }),
      order: EJSON.stringify([{ field: 'addedAt', direction: 'desc' }], { relaxed: false }),
      limit: PAGE,
    });
    times.push(performance.now() - startedAt);
    const list = (reply['data'] as { list: unknown[] }).list;
    if (list.length !== PAGE) throw new Error(`a page of ${list.length}`);
  }
  times.sort((a, b) => a - b);
  return { medianMs: times[RUNS / 2] ?? 0, p95Ms: times[Math.floor(RUNS * 0.95)] ?? 0 };
}
