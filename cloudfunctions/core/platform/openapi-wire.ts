/**
 * The two protobuf messages of an openapi call, as wx-server-sdk 4.0.2 writes and reads them:
 * CommApiData { openapiData = 2 { repeated pairs = 1 { key = 1, value = 2 } } } goes out,
 * CommOpenApiResp { respData = 1, contentType = 2, errorCode = 3, httpCode = 4 } comes back.
 */
type Bytes = Uint8Array<ArrayBufferLike>;

/** Wire types: a number alone, and a length before so many bytes. */
const NUMBER = 0;
const BYTES = 2;

/** 7 bits a byte, the lowest first. */
const varint = (value: number): number[] =>
  value > 0x7f ? [(value % 128) + 128, ...varint(Math.floor(value / 128))] : [value];

const field = (number: number, content: Iterable<number>): number[] => {
  const bytes = [...content];
  return [...varint(number * 8 + BYTES), ...varint(bytes.length), ...bytes];
};

const text = (content: string): Bytes => new TextEncoder().encode(content);

/** Parameters by their names in WeChat's HTTP interface, snake_case; undefined ones are left out. */
export function encodeCall(data: Record<string, unknown>): Bytes {
  const given = Object.entries(data).filter(([, value]) => value !== undefined);
  const pairs = given.flatMap(([key, value]) =>
    field(1, [...field(1, text(key)), ...field(2, text(JSON.stringify(value)))]),
  );
  return Uint8Array.from(field(2, pairs));
}

function readVarint(bytes: Bytes, start: number): { value: bigint; next: number } {
  let value = 0n;
  for (let at = start, shift = 0n; ; at += 1, shift += 7n) {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError('the reply is cut off');
    value |= BigInt(byte & 0x7f) << shift;
    if (byte < 0x80) return { value, next: at + 1 };
  }
}

interface Field {
  number: number;
  /** 0 when it carries bytes. */
  value: bigint;
  /** Empty when it carries a number. */
  content: Bytes;
}

function* fieldsOf(bytes: Bytes): Generator<Field> {
  for (let at = 0; at < bytes.length; ) {
    const tag = readVarint(bytes, at);
    const kind = Number(tag.value & 7n);
    const number = Number(tag.value >> 3n);
    const { value, next } = readVarint(bytes, tag.next);
    if (kind !== NUMBER && kind !== BYTES) throw new RangeError(`a reply has no fields of type ${kind}`);
    at = kind === BYTES ? next + Number(value) : next;
    if (at > bytes.length) throw new RangeError('the reply is cut off');
    yield { number, value: kind === NUMBER ? value : 0n, content: bytes.subarray(next, at) };
  }
}

export interface WireReply {
  content: Bytes;
  contentType: string;
  /** Of the platform itself, such as -604101 (config.json does not permit the API); 0 when the call reached WeChat. */
  errorCode: number;
}

/** Throws on bytes that are no reply. */
export function decodeReply(bytes: Bytes): WireReply {
  const reply: WireReply = { content: new Uint8Array(), contentType: '', errorCode: 0 };
  for (const { number, value, content } of fieldsOf(bytes)) {
    if (number === 1) reply.content = content;
    if (number === 2) reply.contentType = new TextDecoder().decode(content);
    if (number === 3) reply.errorCode = Number(BigInt.asIntN(32, value));
  }
  return reply;
}
