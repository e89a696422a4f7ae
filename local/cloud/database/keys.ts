import type { Binary, ObjectId, Timestamp } from 'bson';
import { copyInto, copyOf } from './bytes';
import type { Doc, Numeric, Value } from './values';
import { RANK, rankOf, splitNumber } from './values';

/**
 * Bytes whose order is MongoDB's order of values (compare.ts), each value ending by itself,
 * so that several can be joined into one compound index key.
 */
let scratch = Buffer.allocUnsafe(8_192);
let at = 0;

function room(bytes: number): void {
  if (at + bytes <= scratch.length) return;
  const larger = Buffer.allocUnsafe((at + bytes) * 2);
  copyInto(larger, 0, scratch.subarray(0, at));
  scratch = larger;
}

function byte(value: number): void {
  room(1);
  scratch[at++] = value;
}

/** UTF-8, zero bytes escaped as 00 FF, ended by 00 01: a prefix sorts first. */
function text(value: string): void {
  room(value.length * 3 + 2);
  if (!value.includes('\0')) at += scratch.write(value, at, 'utf8');
  else {
    for (const unit of Buffer.from(value, 'utf8')) {
      byte(unit);
      if (unit === 0) byte(0xff);
    }
  }
  byte(0);
  byte(1);
}

function double(value: number): void {
  room(8);
  if (Number.isNaN(value)) {
    scratch.fill(0, at, at + 8);
    at += 8;
    return;
  }
  scratch.writeDoubleBE(value === 0 ? 0 : value, at);
  const first = scratch[at] as number;
  if (first & 0x80) for (let i = at; i < at + 8; i++) scratch[i] = ~(scratch[i] as number);
  else scratch[at] = first | 0x80;
  at += 8;
}

/** A double and, for integers beyond 2^53, the part it cannot hold (within ±1,024). */
function numeric(value: Numeric): void {
  const [main, rest] = splitNumber(value);
  double(main);
  room(2);
  at = scratch.writeUInt16BE(0x8000 + rest, at);
}

function fields(value: Doc): void {
  for (const name of Object.keys(value)) {
    byte(rankOf(value[name]));
    text(name);
    write(value[name]);
  }
  byte(0);
}

function binary(value: Binary): void {
  const bytes = Buffer.from(value.value());
  room(bytes.length + 5);
  at = scratch.writeUInt32BE(bytes.length, at);
  byte(value.sub_type);
  copyInto(scratch, at, bytes);
  at += bytes.length;
}

type Writer = (value: never) => void;
const WRITERS: Record<number, Writer> = {
  [RANK.number]: (value: Numeric) => numeric(value),
  [RANK.string]: (value: string) => text(value),
  [RANK.object]: (value: Doc) => fields(value),
  [RANK.array]: (value: Value[]) => {
    for (const item of value) write(item);
    byte(0);
  },
  [RANK.binary]: (value: Binary) => binary(value),
  [RANK.objectId]: (value: ObjectId) => {
    room(12);
    copyInto(scratch, at, Buffer.from(value.id));
    at += 12;
  },
  [RANK.boolean]: (value: boolean) => byte(value ? 1 : 0),
  [RANK.date]: (value: Date) => double(value.getTime()),
  [RANK.timestamp]: (value: Timestamp) => {
    room(8);
    at = scratch.writeUInt32BE(value.getHighBitsUnsigned(), at);
    at = scratch.writeUInt32BE(value.getLowBitsUnsigned(), at);
  },
  [RANK.regex]: (value: RegExp) => {
    text(value.source);
    text(value.flags);
  },
};

function write(value: Value): void {
  const rank = rankOf(value);
  byte(rank);
  WRITERS[rank]?.(value as never);
}

/** One value as order-preserving bytes; a missing field is encoded by its caller as null. */
export function encodeKey(value: Value): Buffer {
  at = 0;
  write(value);
  return copyOf(scratch.subarray(0, at));
}

/** The same bytes for a descending index field. */
export function invert(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) out[i] = ~(bytes[i] as number);
  return out;
}

/** The first key after everything that starts with `prefix`. */
export function after(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  const out = copyOf(prefix.subarray(0, end));
  if (end > 0) out[end - 1] = (out[end - 1] as number) + 1;
  return out;
}
