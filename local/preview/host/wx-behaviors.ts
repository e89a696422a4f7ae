import type * as glassEasel from 'glass-easel';
import * as adapter from 'glass-easel-miniprogram-adapter';
import { builtinBehaviors } from '../builtins/form-field';

type Definition = Record<string, unknown> & { behaviors?: unknown[]; properties?: Record<string, unknown> };
type Method = (...values: unknown[]) => void;

type Wrap = new (inner: glassEasel.GeneralBehavior, parents: []) => unknown;

/** WeChat's own behaviours by name; they are strings in a definition, the adapter wants its own objects. */
export class WxBehaviors {
  private readonly known: ReadonlyMap<string, unknown>;

  constructor(codeSpace: adapter.CodeSpace) {
    const inner = builtinBehaviors(codeSpace.getComponentSpace());
    const Wrapped = adapter.behavior.Behavior as unknown as Wrap;
    this.known = new Map(Object.entries(inner).map(([name, behavior]) => [name, new Wrapped(behavior, [])]));
  }

  /**
   * Replaces names in `behaviors` and in the `observer` of properties; a name of nothing costs a warning, as in
   * WeChat.
   */
  resolve<T>(definition: T): T {
    const { behaviors, properties } = (definition ?? {}) as Definition;
    return {
      ...definition,
      ...(Array.isArray(behaviors) && { behaviors: this.behaviors(behaviors) }),
      ...(properties && { properties: observed(properties) }),
    };
  }

  private behaviors(behaviors: unknown[]): unknown[] {
    return behaviors.flatMap(behavior => {
      if (typeof behavior !== 'string') return behavior ? [behavior] : [];
      const known = this.known.get(behavior);
      if (!known) console.warn(`Behavior "${behavior}" is not available in the preview and was left out.`);
      return known ? [known] : [];
    });
  }
}

/** glass-easel draws nothing of a component whose property names an observer that is no method of it. */
function observed(properties: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(properties).map(([name, property]) => {
    const { observer } = (property ?? {}) as { observer?: unknown };
    if (typeof observer !== 'string') return [name, property];
    return [name, { ...(property as object), observer: callByName(observer, name) }];
  });
  return Object.fromEntries(entries);
}

function callByName(method: string, property: string): Method {
  return function (this: Record<string, unknown>, ...values) {
    const found = this[method];
    if (typeof found === 'function') found.apply(this, values);
    else console.warn(`The observer "${method}" of property "${property}" is not a method.`);
  };
}
