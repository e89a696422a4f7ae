import { BUILTIN_TAGS } from '../compiler/builtin-tags';
import type { ApiTable } from './api-call';

/** Present only to fail politely: a mini program that asks first should take its other way. */
const FAILS_ALWAYS = new Set(['createVKSession', 'createWorker', 'scanCode', 'getSkylineInfo']);

/** Second parts that describe parameters or results, which the preview does not list one by one. */
const DETAILS = new Set(['return', 'success', 'object', 'callback']);

/**
 * `wx.canIUse`: true only for what exists here. Takes `api`, `api.return.x`, `object.method`
 * (`cloud.callFunction`), `component` and `component.attribute`; details below an API that exists count as there.
 */
export function canIUse(members: ApiTable, schema: string): boolean {
  const [name = '', part] = schema.split('.');
  if (FAILS_ALWAYS.has(name)) return false;
  if (!Object.hasOwn(members, name)) return BUILTIN_TAGS.has(name);
  const member = members[name];
  if (part === undefined || DETAILS.has(part) || typeof member !== 'object') return true;
  return Object.hasOwn(member ?? {}, part);
}
