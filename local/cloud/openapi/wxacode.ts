import { createHash } from 'node:crypto';
import zlib from 'node:zlib';
import type { OpenapiReply } from './wire';

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~%]{1,32}$/;
/** Cells a side, and pixels a cell. */
const CELLS = 16;
const CELL_PX = 8;

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/** PNG's checksum; zlib.crc32 came only with later releases of node 20. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0));

/** Four bytes, the highest first. */
function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function chunk(type: string, content: Uint8Array): Uint8Array[] {
  const body = Uint8Array.from([...ascii(type), ...content]);
  return [word(content.length), body, word(crc32(body))];
}

/** Grey rows of a picture that differs by text, each after PNG's filter byte. */
function drawRows(text: string, side: number): Uint8Array {
  const digest = createHash('sha256').update(text).digest('hex');
  const rows = new Uint8Array(side * (side + 1));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const cell = Math.floor(y / CELL_PX) * CELLS + Math.floor(x / CELL_PX);
      const isDark = (Number.parseInt(digest[cell >> 2] ?? '0', 16) >> (cell & 3)) & 1;
      rows[y * (side + 1) + x + 1] = isDark ? 0 : 255;
    }
  return rows;
}

/** Stands for a code; it cannot be scanned. 8 bits a pixel, grey. */
function drawCode(text: string): Uint8Array {
  const side = CELLS * CELL_PX;
  const pixels = zlib.deflateSync(drawRows(text, side));
  return Uint8Array.from(
    Buffer.concat([
      ascii('\x89PNG\r\n\x1a\n'),
      ...chunk('IHDR', Uint8Array.from([...word(side), ...word(side), 8, 0, 0, 0, 0])),
      ...chunk('IDAT', Uint8Array.from(pixels)),
      ...chunk('IEND', new Uint8Array()),
    ]),
  );
}

/** `wxacode.getUnlimited`: scene of 1 to 32 characters, page without a leading slash. */
export function drawUnlimitedCode(parameters: Record<string, unknown>): OpenapiReply {
  const { scene, page, width } = parameters;
  if (typeof scene !== 'string' || !SCENE.test(scene))
    return { json: { errcode: 40169, errmsg: 'invalid length for scene, or the data is not json string' } };
  if (page !== undefined && (typeof page !== 'string' || page.startsWith('/')))
    return { json: { errcode: 41030, errmsg: 'invalid page' } };
  if (width !== undefined && !(Number(width) >= 280 && Number(width) <= 1280))
    return { json: { errcode: 40097, errmsg: 'invalid args: width' } };
  return { file: drawCode(`${scene} ${page ?? ''}`), contentType: 'image/png' };
}
