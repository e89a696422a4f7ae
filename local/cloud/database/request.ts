import type { Catalog, Collection } from './catalog';
import { invalidParam } from './database-error';
import { parseDoc, parseEjson } from './ejson';
import { compileFilter, type Matcher } from './filter';
import type { ReadStats } from './find';
import { LIMITS } from './limits';
import type { LmdbStore } from './lmdb-store';
import type { Transactions } from './transactions';
import type { Doc, Value } from './values';

/** A request body of the SDK; `action` says which of the others are there. */
export interface DatabaseRequest {
  action: string;
  [field: string]: unknown;
}

export type Reply = Record<string, unknown>;

/** What an action works with. */
export interface Session {
  catalog: Catalog;
  store: LmdbStore;
  transactions: Transactions;
  now(): number;
  /** Called after every read with what it cost. */
  onRead(collection: Collection, stats: ReadStats): void;
}

export interface Filter {
  filter: Doc;
  matches: Matcher;
}

function ejsonText(request: DatabaseRequest, field: string): string | undefined {
  const value = request[field];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalidParam(`${field} must be a string of EJSON`);
  return value;
}

const COMPILED = new Map<string, Filter>();
/** Repeated queries are compiled once; all are forgotten when this many are kept. */
const COMPILED_MAX = 500;

/** The request's `query`; none at all matches everything. */
export function filterOf(request: DatabaseRequest, now: number): Filter {
  const text = ejsonText(request, 'query') ?? '{}';
  const known = COMPILED.get(text);
  if (known) return known;
  const filter = parseDoc(text, now);
  const compiled = { filter, matches: compileFilter(filter, { NOW: new Date(now) }) };
  if (text.length < 1_000 && !text.includes('$tcb_server_date') && !text.includes('$$NOW')) {
    if (COMPILED.size >= COMPILED_MAX) COMPILED.clear();
    COMPILED.set(text, compiled);
  }
  return compiled;
}

export function optionalEjson(request: DatabaseRequest, field: string, now: number): Value {
  const text = ejsonText(request, field);
  return text === undefined ? undefined : parseEjson(text, now);
}

/** `data` of an update or a replacement. */
export function dataOf(request: DatabaseRequest, now: number): Doc {
  const text = ejsonText(request, 'data');
  if (text === undefined) throw invalidParam('data must be a string of EJSON');
  return parseDoc(text, now);
}

/** A switch of the request; absent is `fallback`. */
export function flagOf(request: DatabaseRequest, field: string, fallback: boolean): boolean {
  const value = request[field] ?? fallback;
  if (typeof value !== 'boolean') throw invalidParam(`${field} must be true or false`);
  return value;
}

function wholeNumber(request: DatabaseRequest, field: string, fallback: number): number {
  const value = request[field] ?? fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${field} must be a whole number of at least 0`);
  return value;
}

export const skipOf = (request: DatabaseRequest) => wholeNumber(request, 'offset', 0);

/** 100 documents when nothing is asked, 1,000 at most, whatever is asked. */
export const limitOf = (request: DatabaseRequest) =>
  Math.min(wholeNumber(request, 'limit', LIMITS.pageDefault) || LIMITS.pageDefault, LIMITS.pageMax);
