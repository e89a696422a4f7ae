import { type BSONSymbol, Double, EJSON, Long, ObjectId } from 'bson';
import { invalidParam } from './database-error';
import { LIMITS } from './limits';
import type { Doc, Value } from './values';
import { isDoc } from './values';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const INT_MAX = 0x7fffffff;
const INT_MIN = -0x80000000;

/** Whether a plain number says by itself that it is a 64-bit integer. */
const isPlainLong = (n: number) => Number.isSafeInteger(n) && (n > INT_MAX || n < INT_MIN);

function intOf(text: string): number {
  const n = Number(text);
  if (text.trim() === '' || !Number.isInteger(n) || n > INT_MAX || n < INT_MIN)
    throw invalidParam(`invalid $numberInt: ${text}`);
  return n;
}

function longOf(text: string): Value {
  if (!/^-?\d{1,19}$/.test(text)) throw invalidParam(`invalid $numberLong: ${text}`);
  const plain = Number(text);
  return isPlainLong(plain) ? plain : Long.fromString(text);
}

export function doubleOf(n: number): Value {
  return Number.isSafeInteger(n) && !Object.is(n, -0) ? new Double(n) : n;
}

function doubleText(text: string): Value {
  if (text.trim() === '' || (Number.isNaN(Number(text)) && text !== 'NaN'))
    throw invalidParam(`invalid $numberDouble: ${text}`);
  return doubleOf(Number(text));
}

function serverDate(spec: Json, now: number): Date {
  const offset =
    typeof spec === 'object' && spec !== null && !Array.isArray(spec) ? spec['offset'] : undefined;
  const date = new Date(now + Number(offset === undefined ? 0 : revive(offset, now, 0)));
  if (Number.isNaN(date.getTime())) throw invalidParam(`invalid $tcb_server_date: ${JSON.stringify(spec)}`);
  return date;
}

function dateOf(spec: Json): Date {
  const ms =
    typeof spec === 'object' && spec !== null && !Array.isArray(spec) ? Number(spec['$numberLong']) : spec;
  const date =
    typeof ms === 'boolean' || ms === null || Array.isArray(ms)
      ? new Date(Number.NaN)
      : new Date(ms as number | string);
  if (Number.isNaN(date.getTime())) throw invalidParam(`invalid $date: ${JSON.stringify(spec)}`);
  return date;
}

/** JavaScript's regular expressions stand in for PCRE; `x` and locale options have no counterpart. */
export function regexOf(pattern: string, options: string): RegExp {
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const source = inline ? pattern.slice(inline[0].length) : pattern;
  const flags = [...new Set(`${options}${inline?.[1] ?? ''}`)].filter(flag => 'imsu'.includes(flag)).join('');
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw invalidParam(`Regular expression is invalid: ${(error as Error).message}`);
  }
}

function textOf(spec: Json, key: string): string {
  if (typeof spec !== 'string') throw invalidParam(`${key} must be a string in canonical EJSON`);
  return spec;
}

type Reader = (spec: Json, node: { [key: string]: Json }, now: number) => Value;

const library: Reader = (_spec, node) => EJSON.deserialize(node, { relaxed: false }) as Value;

const READERS: Record<string, Reader> = {
  $numberInt: spec => intOf(textOf(spec, '$numberInt')),
  $numberLong: spec => longOf(textOf(spec, '$numberLong')),
  $numberDouble: spec => doubleText(textOf(spec, '$numberDouble')),
  $date: spec => dateOf(spec),
  $oid: spec => objectIdOf(textOf(spec, '$oid')),
  $regularExpression: spec => {
    const parts = spec as { pattern?: Json; options?: Json } | null;
    return regexOf(textOf(parts?.pattern ?? null, 'pattern'), textOf(parts?.options ?? '', 'options'));
  },
  /** The service's own clock, moved by `offset` milliseconds. */
  $tcb_server_date: (spec, _node, now) => serverDate(spec, now),
  $undefined: () => null,
  $symbol: (_spec, node) => (EJSON.deserialize(node) as unknown as BSONSymbol).toString(),
  $binary: library,
  $uuid: library,
  $numberDecimal: library,
  $timestamp: library,
  $minKey: library,
  $maxKey: library,
};

function objectIdOf(hex: string): ObjectId {
  if (!/^[0-9a-f]{24}$/i.test(hex)) throw invalidParam(`invalid $oid: ${hex}`);
  return ObjectId.createFromHexString(hex);
}

/** `{"$oid": …}` and its like are told by their first field. */
function readerOf(node: { [key: string]: Json }): [Reader, Json] | undefined {
  for (const key in node) {
    const reader = key.charCodeAt(0) === 36 ? READERS[key] : undefined;
    return reader && [reader, node[key] as Json];
  }
  return undefined;
}

/** Turns parsed JSON into values, in place where it can. */
function revive(node: Json, now: number, depth: number): Value {
  if (typeof node !== 'object' || node === null) return node;
  if (depth > LIMITS.nesting) throw invalidParam(`document is nested deeper than ${LIMITS.nesting} levels`);
  if (!Array.isArray(node)) {
    const special = readerOf(node);
    if (special) return special[0](special[1], node, now);
  }
  const container = node as { [key: string]: Json | Value };
  for (const key in container) {
    const child = container[key] as Json;
    if (typeof child === 'object' && child !== null) container[key] = revive(child, now, depth + 1);
  }
  return container as Doc;
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw invalidParam('not valid EJSON');
  }
}

/** Reads canonical (or relaxed) EJSON; `now` is the server's time for `$tcb_server_date`. */
export const parseEjson = (text: string, now = 0): Value => revive(parseJson(text), now, 0);

export function parseDoc(text: string, now = 0): Doc {
  const value = parseEjson(text, now);
  if (!isDoc(value)) throw invalidParam('an object was expected');
  return value;
}

function numberText(n: number): string {
  if (Number.isSafeInteger(n) && !Object.is(n, -0))
    return isPlainLong(n) ? `{"$numberLong":"${n}"}` : `{"$numberInt":"${n}"}`;
  const text = Object.is(n, -0) ? '-0.0' : Number.isInteger(n) ? n.toFixed(1) : String(n);
  return `{"$numberDouble":"${text}"}`;
}

function docText(doc: Doc): string {
  let text = '';
  for (const key in doc) {
    const child = doc[key];
    if (child !== undefined) text += `${text ? ',' : ''}${JSON.stringify(key)}:${stringifyEjson(child)}`;
  }
  return `{${text}}`;
}

function objectText(value: object): string {
  if (Array.isArray(value)) return `[${value.map(stringifyEjson).join(',')}]`;
  if (Object.getPrototypeOf(value) === Object.prototype) return docText(value as Doc);
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  if (value instanceof ObjectId) return `{"$oid":"${value.toHexString()}"}`;
  if (value instanceof RegExp)
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${value.flags}"}}`;
  return EJSON.stringify(value, { relaxed: false });
}

/** Canonical EJSON, the form documents are stored and sent in. */
export function stringifyEjson(value: Value): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return numberText(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : objectText(value);
    default:
      return 'null';
  }
}
