import type * as glassEasel from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';

type Definition = Record<string, unknown> & { behaviors?: unknown[] };
type Behavior = ReturnType<ReturnType<CodeSpace['behavior']>['register']>;

/** WeChat's own behaviours by name; they are strings in a definition, the adapter wants the real thing. */
export class WxBehaviors {
  private readonly known: ReadonlyMap<string, Behavior>;

  constructor(codeSpace: CodeSpace) {
    const plain = () => codeSpace.behavior().definition({}).register() as Behavior;
    const field = codeSpace.behavior().definition({
      properties: { name: { type: String, value: '' }, value: { type: null, value: null } },
    });
    this.known = new Map([
      ['wx://form-field', field.register() as Behavior],
      ['wx://form-field-group', plain()],
      ['wx://form-field-button', plain()],
      ['wx://component-export', plain()],
      ['wx://proxy-scroll-view', plain()],
    ]);
  }

  /** glass-easel's own object, for `element.hasBehavior`. */
  get(name: string): glassEasel.GeneralBehavior | undefined {
    const known = this.known.get(name) as { _$?: glassEasel.GeneralBehavior } | undefined;
    return known?._$;
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
