import type { ApiTable } from './api-call';
import { type Callbacks, failureBody, runCallback } from './api-call';

/** Names the language or a debugger asks every object for; they are not calls to WeChat. */
const NOT_CALLS = new Set(['then', 'toJSON', 'constructor', 'prototype', 'inspect', 'nodeType', '$$typeof']);

const warned = new Set<string>();

/** Members that answer at once in WeChat, so a missing one throws. */
const ANSWERS_AT_ONCE = /Sync$|^create[A-Z]|^get.*Manager$/;
const SUBSCRIPTION = /^(on|off)[A-Z]/;

/**
 * What stands in for a member that is not there: fails through callbacks or promise, naming itself. A
 * subscription only warns, since its event never happens.
 */
function missingMember(owner: string, key: string): (options?: Callbacks) => Promise<never> | undefined {
  return options => {
    const name = `${owner}.${key}`;
    const message = `${name} is not in the preview`;
    if (!warned.has(name)) console.warn(message);
    warned.add(name);
    if (SUBSCRIPTION.test(key)) return undefined;
    if (ANSWERS_AT_ONCE.test(key)) throw new Error(message);
    const failure = failureBody(name.replace(/^wx\./, ''), new Error(message));
    if (typeof options?.fail !== 'function' && typeof options?.complete !== 'function') {
      return Promise.reject(failure);
    }
    runCallback(options.fail, failure);
    runCallback(options.complete, failure);
    return undefined;
  };
}

/**
 * An object whose unknown members can be called and fail with a message naming them, so that nothing is
 * silently ignored. Whether a member exists is asked with `wx.canIUse` or `in`.
 */
export function nameUnknown<T extends ApiTable>(owner: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || NOT_CALLS.has(key)) {
        return Reflect.get(target, key, receiver);
      }
      return missingMember(owner, key);
    },
  });
}
