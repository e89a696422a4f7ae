import type * as glassEasel from 'glass-easel';

/** Custom components with `behaviors: ['wx://form-field']` take part in forms by `name` and `value`. */
const FIELD = 'wx://form-field';

export type BuiltinBehaviorName =
  | 'wx://form-field'
  | 'wx://form-field-group'
  | 'wx://form-field-button'
  | 'wx://component-export'
  | 'wx://proxy-scroll-view';

const fieldBehaviors = new Set<glassEasel.GeneralBehavior>();

/** The behaviours WeChat knows by name, for `behaviors: […]` of the mini program's own components. */
export function builtinBehaviors(
  space: glassEasel.ComponentSpace,
): Record<BuiltinBehaviorName, glassEasel.GeneralBehavior> {
  const plain = (is: string) => space.defineBehavior({ is }) as unknown as glassEasel.GeneralBehavior;
  const properties = { name: String, value: { type: null, value: null } };
  const field = space.defineBehavior({ is: FIELD, properties } as { is: string });
  const fieldBehavior = field as unknown as glassEasel.GeneralBehavior;
  fieldBehaviors.add(fieldBehavior);
  return {
    'wx://form-field': fieldBehavior,
    'wx://form-field-group': plain('wx://form-field-group'),
    'wx://form-field-button': plain('wx://form-field-button'),
    'wx://component-export': plain('wx://component-export'),
    'wx://proxy-scroll-view': plain('wx://proxy-scroll-view'),
  };
}

/** Whether a custom component declared itself a form field. */
export function isCustomFormField(component: glassEasel.GeneralComponent): boolean {
  for (const behavior of fieldBehaviors) if (component.hasBehavior(behavior)) return true;
  return false;
}
