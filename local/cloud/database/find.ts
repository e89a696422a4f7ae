import { compareBytes } from './bytes';
import type { Collection } from './catalog';
import { documentKey, recordOf } from './catalog';
import { requestFailed } from './database-error';
import type { Matcher } from './filter';
import { after } from './keys';
import { LIMITS } from './limits';
import type { View } from './lmdb-store';
import { parsedDocument } from './parsed-documents';
import type { IndexWalk, Plan } from './planner';
import { planQuery } from './planner';
import type { SortKey } from './sorting';
import { sortBytes } from './sorting';
import type { Doc } from './values';

export interface Query {
  filter: Doc;
  matches: Matcher;
  sort: readonly SortKey[];
  skip: number;
  limit: number;
}

/** What a read cost, as MongoDB's `explain` names it. */
export interface ReadStats {
  /** undefined = the whole collection was scanned. */
  index: string | undefined;
  keysExamined: number;
  docsExamined: number;
  sortedInMemory: boolean;
}

export interface Found {
  record: number;
  /** As stored: canonical EJSON. */
  text: string;
  /** Shared with other reads: only to be read. */
  doc: Doc;
}

export const newStats = (): ReadStats => ({
  index: undefined,
  keysExamined: 0,
  docsExamined: 0,
  sortedInMemory: false,
});

function* rangeByRange(view: View, { ranges, reverse }: IndexWalk): Generator<Buffer> {
  for (const [start, end] of reverse ? [...ranges].reverse() : ranges) yield* view.keys(start, end, reverse);
}

interface Stream {
  keys: Iterator<Buffer>;
  key: Buffer;
  /** How many bytes do not count for the order among the streams. */
  skip: number;
}

function* opened(view: View, { ranges, reverse, prefixes = [] }: IndexWalk): Generator<Stream> {
  for (const [i, [start, end]] of ranges.entries()) {
    const keys = view.keys(start, end, reverse)[Symbol.iterator]();
    const first = keys.next();
    if (!first.done) yield { keys, key: first.value, skip: prefixes[i]?.length ?? 0 };
  }
}

/** Reads all ranges side by side, each time the key whose remaining bytes come first. */
function* sideBySide(view: View, walk: IndexWalk): Generator<Buffer> {
  const direction = walk.reverse ? -1 : 1;
  const order = (a: Stream, b: Stream) =>
    direction * compareBytes(a.key.subarray(a.skip), b.key.subarray(b.skip));
  let streams = [...opened(view, walk)];
  try {
    while (streams.length > 0) {
      const first = streams.reduce((a, b) => (order(a, b) <= 0 ? a : b));
      yield first.key;
      const next = first.keys.next();
      if (next.done) streams = streams.filter(stream => stream !== first);
      else first.key = next.value;
    }
  } finally {
    for (const { keys } of streams) keys.return?.();
  }
}

function* keysOf(view: View, plan: Plan): Generator<{ key: Buffer; unique: boolean }> {
  for (const walk of plan.walks) {
    const keys = walk.prefixes ? sideBySide(view, walk) : rangeByRange(view, walk);
    for (const key of keys) yield { key, unique: walk.index.unique };
  }
}

function* recordsOf(view: View, plan: Plan, stats: ReadStats): Generator<number> {
  const seen = plan.repeats ? new Set<number>() : undefined;
  for (const { key, unique } of keysOf(view, plan)) {
    stats.keysExamined++;
    const record = unique ? Number(view.get(key)) : recordOf(key);
    if (!seen?.has(record)) yield record;
    seen?.add(record);
  }
}

function* candidates(
  view: View,
  collection: Collection,
  plan: Plan | undefined,
  stats: ReadStats,
): Generator<{ record: number; text: string }> {
  if (!plan) {
    for (const { key, value } of view.entries(collection.prefix, after(collection.prefix)))
      yield { record: recordOf(key), text: value };
    return;
  }
  for (const record of recordsOf(view, plan, stats)) {
    const text = view.get(documentKey(collection, record));
    if (text !== undefined) yield { record, text };
  }
}

/** Matching documents one by one, in the plan's order; documents are parsed when they are looked at. */
export function* matching(
  view: View,
  collection: Collection,
  query: Query,
  plan: Plan | undefined,
  stats: ReadStats,
): Generator<Found> {
  stats.index = plan?.walks.map(walk => walk.index.name).join(' | ');
  for (const { record, text } of candidates(view, collection, plan, stats)) {
    stats.docsExamined++;
    const doc = parsedDocument(text);
    if (query.matches(doc)) yield { record, text, doc };
  }
}

interface Ranked {
  key: Buffer;
  found: Found;
}

/** Keeps the first `keep` by order; ties stay in the order they were found, as a stable sort does. */
function sortInMemory(found: Iterable<Found>, sort: readonly SortKey[], keep: number): Found[] {
  let ranked: Ranked[] = [];
  let bytes = 0;
  const cut = () => {
    ranked.sort((a, b) => compareBytes(a.key, b.key));
    ranked = ranked.slice(0, keep);
    bytes = ranked.reduce((sum, item) => sum + item.found.text.length, 0);
  };
  for (const item of found) {
    ranked.push({ key: sortBytes(item.doc, sort), found: item });
    bytes += item.text.length;
    if (ranked.length >= keep * 2 + 1_000 || bytes > LIMITS.sortBytes) cut();
    if (bytes > LIMITS.sortBytes)
      throw requestFailed(`Sort exceeded memory limit of ${LIMITS.sortBytes} bytes`);
  }
  cut();
  return ranked.map(item => item.found);
}

function take(found: Iterable<Found>, skip: number, limit: number): Found[] {
  const page: Found[] = [];
  let passed = 0;
  if (limit === 0) return page;
  for (const item of found) {
    if (passed++ < skip) continue;
    page.push(item);
    if (page.length >= limit) break;
  }
  return page;
}

/** One page of matching documents; stops reading as soon as the page is full and in order. */
export function find(
  view: View,
  collection: Collection,
  query: Query,
  stats: ReadStats = newStats(),
): Found[] {
  const plan = planQuery(collection, query.filter, query.sort);
  const found = matching(view, collection, query, plan, stats);
  if (query.sort.length === 0 || plan?.sorted) return take(found, query.skip, query.limit);
  stats.sortedInMemory = true;
  return sortInMemory(found, query.sort, query.skip + query.limit).slice(query.skip);
}
