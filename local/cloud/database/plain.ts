import type { Doc, Value } from './values';
import { isDoc, isNumeric, toNumber } from './values';

/** A copy with plain numbers only, which is what mingo's expressions calculate with and may change. */
export function toPlain(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (isDoc(value)) return plainCopy(value);
  return isNumeric(value) ? toNumber(value) : value;
}

export function plainCopy(doc: Doc): Doc {
  const copy: Doc = {};
  for (const key in doc) copy[key] = toPlain(doc[key]);
  return copy;
}

function isPlain(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isDoc(value)) return !isNumeric(value);
  for (const key in value) if (!isPlain(value[key])) return false;
  return true;
}

/** The document itself when its numbers are plain already, else a copy: only to be read. */
export const plainView = (doc: Doc): Doc => (isPlain(doc) ? doc : plainCopy(doc));
