import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { MissingKey } from './crypto';

/** A sealed text was changed, or is not where it was put. */
export class TamperedText extends Error {
  override readonly name = 'TamperedText';
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** As GCM wants it; random ones are safe for 2^32 texts a key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const bytesOf = (text: string, encoding: 'base64' | 'base64url' | 'utf8'): Uint8Array =>
  Uint8Array.from(Buffer.from(text, encoding));

const joined = (...parts: Iterable<number>[]): Uint8Array =>
  Uint8Array.from(parts.flatMap(part => [...part]));

/**
 * `FIELD_KEYS` is `id:base64,id:base64`: the first one seals, the others only open what they sealed before. A key that
 * cannot be read is left out: what needs it is an outage, and the rest works.
 */
function readKeys(): Map<string, Uint8Array> {
  const pairs = (process.env['FIELD_KEYS'] ?? '').split(',').map(pair => pair.trim().split(':'));
  const keys = pairs.map(([id = '', key = '']): [string, Uint8Array] => [id, bytesOf(key, 'base64')]);
  return new Map(keys.filter(([id, key]) => /^\w{1,12}$/.test(id) && key.length === KEY_BYTES));
}

/**
 * Encrypts a text for one place (a document and a field of it), and for that place alone.
 * @returns `<key id>.<base64url of nonce, tag and text>`
 */
export function seal(text: string, place: string): string {
  const [current] = readKeys();
  if (!current) throw new MissingKey('FIELD_KEYS holds no key of 32 bytes');
  const [id, key] = current;
  const nonce = Uint8Array.from(randomBytes(NONCE_BYTES));
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bytesOf(`${id} ${place}`, 'utf8'));
  const body = joined(cipher.update(text, 'utf8'), cipher.final());
  return `${id}.${Buffer.from(joined(nonce, cipher.getAuthTag(), body)).toString('base64url')}`;
}

/** The text that was sealed for this place. Throws MissingKey, TamperedText. */
export function unseal(sealed: string, place: string): string {
  const [id = '', packed = ''] = sealed.split('.');
  const key = readKeys().get(id);
  if (!key) throw new MissingKey(`FIELD_KEYS holds no key ${id.slice(0, 12)}`);
  const bytes = bytesOf(packed, 'base64url');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(bytesOf(`${id} ${place}`, 'utf8'));
    decipher.setAuthTag(tag);
    const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.from(joined(decipher.update(body), decipher.final())).toString('utf8');
  } catch (cause) {
    throw new TamperedText('a sealed text cannot be opened where it is', { cause });
  }
}

/**
 * The same for what can be done without: undefined, and written to the log, when it cannot be opened. `told`: what the log says
 * of the place; no log may say whose it is.
 */
export function unsealed(sealed: string, place: string, told = place): string | undefined {
  try {
    return unseal(sealed, place);
  } catch (error) {
    if (!(error instanceof MissingKey || error instanceof TamperedText)) throw error;
    console.error('not opened', told, error.message);
    return undefined;
  }
}
