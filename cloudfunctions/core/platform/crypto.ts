import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A secret the function needs is not in its environment: nothing may be served without it. */
export class MissingKey extends Error {
  override readonly name = 'MissingKey';
}

function keyed(text: string): string {
  const key = process.env['UID_KEY'];
  if (!key || key.length < 16) throw new MissingKey('UID_KEY is missing or shorter than 16 characters');
  return createHmac('sha256', key).update(text).digest('base64url');
}

/**
 * The opaque id of a person: keyed, so that it cannot be computed from an openid outside the server.
 * 22 characters base64url, 132 bits.
 */
export const uidOf = (openid: string): string => keyed(openid).slice(0, 22);

/**
 * Says whether two things are the same and nothing about them to whoever lacks the key. A domain of its own for each
 * use: the same text gives another hash there. 43 characters base64url.
 */
export const keyedHash = (domain: string, text: string): string => keyed(`${domain}\u0000${text}`);

/** 16 characters base64url, 96 bits: 5,000 of them still fit into one call of 100 KB. */
export const shortHash = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 16);

export const randomId = (): string => randomBytes(12).toString('base64url');
