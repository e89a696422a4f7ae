import type { Doc, Value } from './values';
import { isDoc, isNumeric, toNumber } from './values';

/** A copy with plain numbers only, which is what mingo's expressions calculate with. */
export function toPlain(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (isNumeric(value)) return toNumber(value);
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key in value) copy[key] = toPlain(value[key]);
  return copy;
}
