import { COMMON_NAMES } from '../builtins/common-properties';
import { LIGHT_TAGS } from '../builtins/light-node';
import { BUILTIN_TAGS } from '../compiler/builtin-tags';
import type { PreviewHost } from '../host/preview-host';
import type { ApiTable } from './api-call';

/** Present only to fail politely: a mini program that asks first should take its other way. */
const FAILS_ALWAYS = new Set(['createVKSession', 'createWorker', 'scanCode', 'getSkylineInfo']);

/** Parts of a schema that describe parameters, which the preview does not list one by one. */
const PARAMETERS = new Set(['success', 'object', 'callback']);
/** Getters without a side effect, whose result tells what `x.return.y` asks. */
const GETTER = /^(get\w*Sync|getWindowInfo|getDeviceInfo|getAppBaseInfo|getSystemSetting|getMenu\w*Rect)$/;

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** A tag that is drawn, with the attribute when one is asked for; a dashed box in its place does not count. */
function hasComponent(host: PreviewHost, tag: string, attribute?: string): boolean {
  if (!BUILTIN_TAGS.has(tag)) return false;
  if (LIGHT_TAGS.has(tag)) return true;
  const known = host.codeSpace.getComponentSpace().getGlobalUsingComponent(tag);
  if (known === null || typeof known === 'string' || !('behavior' in known)) return false;
  known.prepare();
  const properties = known.behavior.listProperties();
  if (attribute !== undefined) return properties.includes(camelCase(attribute));
  return properties.some(name => !COMMON_NAMES.has(name));
}

function returns(getter: unknown, field: string): boolean {
  const result: unknown = typeof getter === 'function' ? getter() : undefined;
  return typeof result === 'object' && result !== null && field in result;
}

/**
 * `wx.canIUse`: true only for what exists here. Takes `api`, `api.return.x`, `object.method`
 * (`cloud.callFunction`), `component` and `component.attribute`; parameters of an API that exists count as there.
 */
export function canIUse(host: PreviewHost, members: ApiTable, schema: string): boolean {
  const [name = '', part, detail] = schema.split('.');
  if (FAILS_ALWAYS.has(name)) return false;
  if (!Object.hasOwn(members, name)) return hasComponent(host, name, part);
  const member = members[name];
  if (part === 'return' && detail !== undefined && GETTER.test(name)) return returns(member, detail);
  if (part === undefined || part === 'return' || PARAMETERS.has(part) || typeof member !== 'object')
    return true;
  return Object.hasOwn(member ?? {}, part);
}
