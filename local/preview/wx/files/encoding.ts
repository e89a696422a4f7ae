import { ApiFailure } from '../api-call';

export type Bytes = Uint8Array<ArrayBuffer>;

/** One character a byte, as WeChat's `binary`, `latin1` and `ascii` do. */
function binaryText(bytes: Bytes): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const binaryBytes = (text: string): Bytes =>
  Uint8Array.from(text, character => character.charCodeAt(0) & 0xff);

function utf16Bytes(text: string): Bytes {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), true);
  return new Uint8Array(view.buffer);
}

function hexBytes(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16));
}

const utf8 = {
  decode: (bytes: Bytes) => new TextDecoder().decode(bytes),
  encode: (text: string): Bytes => new TextEncoder().encode(text),
};
const binary = { decode: binaryText, encode: binaryBytes };
const utf16 = { decode: (bytes: Bytes) => new TextDecoder('utf-16le').decode(bytes), encode: utf16Bytes };

const CODECS: Record<string, { decode(bytes: Bytes): string; encode(text: string): Bytes }> = {
  utf8,
  'utf-8': utf8,
  ascii: binary,
  binary,
  latin1: binary,
  base64: { decode: bytes => btoa(binaryText(bytes)), encode: text => binaryBytes(atob(text)) },
  hex: {
    decode: bytes => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join(''),
    encode: hexBytes,
  },
  ucs2: utf16,
  'ucs-2': utf16,
  utf16le: utf16,
  'utf-16le': utf16,
};

function codec(encoding: string) {
  const found = CODECS[encoding.toLowerCase()];
  if (!found) throw new ApiFailure(`invalid encoding "${encoding}"`);
  return found;
}

/** Text in the encoding, or the bytes themselves without one. */
export function decodeBytes(bytes: Bytes, encoding?: string): string | ArrayBuffer {
  return encoding ? codec(encoding).decode(bytes) : bytes.slice().buffer;
}

export function encodeText(data: string | ArrayBuffer | ArrayBufferView, encoding = 'utf8'): Bytes {
  if (typeof data === 'string') return codec(encoding).encode(data);
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice() as Bytes;
  }
  return new Uint8Array(data.slice(0));
}
