import type * as glassEasel from 'glass-easel';
import * as adapter from 'glass-easel-miniprogram-adapter';
import { builtinBehaviors } from '../builtins/form-field';

type Definition = Record<string, unknown> & { behaviors?: unknown[] };

type Wrap = new (inner: glassEasel.GeneralBehavior, parents: []) => unknown;

/** WeChat's own behaviours by name; they are strings in a definition, the adapter wants its own objects. */
export class WxBehaviors {
  private readonly known: ReadonlyMap<string, unknown>;

  constructor(codeSpace: adapter.CodeSpace) {
    const inner = builtinBehaviors(codeSpace.getComponentSpace());
    const Wrapped = adapter.behavior.Behavior as unknown as Wrap;
    this.known = new Map(Object.entries(inner).map(([name, behavior]) => [name, new Wrapped(behavior, [])]));
  }

  /** Replaces names in `behaviors`; an unknown one is dropped with a warning, as WeChat does. */
  resolve<T>(definition: T): T {
    const { behaviors } = (definition ?? {}) as Definition;
    if (!Array.isArray(behaviors)) return definition;
    const resolved = behaviors.flatMap(behavior => {
      if (typeof behavior !== 'string') return behavior ? [behavior] : [];
      const known = this.known.get(behavior);
      if (!known) console.warn(`Behavior "${behavior}" is not available in the preview and was left out.`);
      return known ? [known] : [];
    });
    return { ...definition, behaviors: resolved };
  }
}
