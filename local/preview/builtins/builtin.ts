import type * as glassEasel from 'glass-easel';
import type { PreviewHost } from '../host/preview-host';
import { ACCESSIBILITY_DEFAULTS, applyCommon, COMMON_NAMES } from './common-properties';
import { registerNodeHandle } from './element-node';

export type Values = Record<string, unknown>;

/** What one instance of a built-in does. Created once per element, before its properties are set. */
export interface BuiltinView {
  /** Where the children of the tag go; the host element when absent. */
  readonly slot?: HTMLElement;
  /** Where role, aria-* and tabindex go: the real control inside; the host element when absent. */
  readonly semantics?: HTMLElement;
  /** After every change; `changed` names the properties, at first all of them. */
  update?(changed: ReadonlySet<string>): void;
  attached?(): void;
  detached?(): void;
  /** A tap on the control's label, or Enter/Space while it has the focus. */
  activate?(): void;
  /** Form controls: what `submit` collects, and how `reset` starts over. */
  formValue?(): unknown;
  reset?(): void;
}

export interface Builtin<D extends Values> {
  readonly tag: string;
  /** Properties with WeChat's defaults; the type of a property is the type of its default, null is any. */
  readonly defaults: D;
  readonly css?: string;
  create(node: BuiltinNode<D>): BuiltinView;
}

/** A built-in of any properties; only `registerBuiltin` looks inside. */
export interface AnyBuiltin {
  readonly tag: string;
  readonly css: string;
  define(space: glassEasel.ComponentSpace, host: PreviewHost): void;
}

/** Common properties that concern the box, not what assistive technology reads. */
const STYLE_NAMES = new Set(['hidden', 'animation']);

const views = new WeakMap<object, BuiltinView>();

/** The behaviour behind an element, if it is one of the built-ins that have any. */
export function viewOf(element: object): BuiltinView | undefined {
  return views.get(element);
}

export interface Part {
  readonly dom: HTMLElement;
  setClass(names: string): void;
  /** In the phone's units (rpx). */
  setStyle(style: string): void;
}

/** The glass-easel element with everything a view needs around it. */
export class BuiltinNode<D extends Values> {
  constructor(
    readonly element: glassEasel.GeneralComponent,
    readonly root: HTMLElement,
    readonly host: PreviewHost,
  ) {}

  get data(): Readonly<D> {
    return this.element.data as D;
  }

  /** Triggers a component event (it does not bubble) and gives what the last listener returned. */
  fire(type: string, detail: unknown = {}): unknown {
    let returned: unknown;
    const handleListenerReturn = (value: unknown) => {
      if (value !== undefined) returned = value;
      return value !== false;
    };
    this.element.triggerEvent(type, detail, { handleListenerReturn });
    return returned;
  }

  /** Changes own properties; `model:` bindings of the page follow. */
  set(change: Partial<D>): void {
    this.element.setData(change as Values);
  }

  on(type: string, listener: (event: glassEasel.ShadowedEvent<unknown>) => void): void {
    this.element.addListener(type, event => {
      listener(event);
    });
  }

  /** Offers an object to `wx.createSelectorQuery().select(…).node()` and `.context()`. */
  expose(handle: unknown): void {
    registerNodeHandle(this.element, handle);
  }

  /**
   * An inner element whose class names mean what they mean where the tag was written (style scopes, external
   * classes); `placeholder-class`, `indicator-class` and the like need that.
   */
  part(tag: string): Part {
    const owner = this.element.ownerShadowRoot;
    if (!owner) throw new Error(`<${this.root.tagName}> needs a page or component around it`);
    const node = owner.createNativeNode(tag);
    const dom = node.getBackendElement() as unknown as HTMLElement;
    return {
      dom,
      setClass: names => node.setNodeClass(names),
      setStyle: style => node.setNodeStyle(style),
    };
  }
}

function propertyType(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const types: Record<string, unknown> = { string: String, number: Number, boolean: Boolean };
  return types[typeof value] ?? (Array.isArray(value) ? Array : null);
}

function propertiesOf(defaults: Values): Record<string, { type: unknown; value: unknown }> {
  const entries = Object.entries({ ...ACCESSIBILITY_DEFAULTS, ...defaults });
  return Object.fromEntries(entries.map(([name, value]) => [name, { type: propertyType(value), value }]));
}

/** External components keep their inner DOM to themselves: no shadow tree, children go to `view.slot`. */
function instanceOf<D extends Values>(
  builtin: Builtin<D>,
  host: PreviewHost,
  element: glassEasel.GeneralComponent,
): glassEasel.templateEngine.TemplateInstance {
  const root = element.getBackendElement() as unknown as HTMLElement;
  const view = builtin.create(new BuiltinNode<D>(element, root, host));
  views.set(element, view);
  const backend = (dom: HTMLElement) => dom as unknown as glassEasel.GeneralBackendElement;
  return {
    shadowRoot: {
      root: backend(root),
      slot: backend(view.slot ?? root),
      getIdMap: () => ({}),
      handleEvent: () => undefined,
      setListener: () => undefined,
    },
    initValues: () => view.update?.(new Set(Object.keys(builtin.defaults))),
    updateValues: (_data, changes) => {
      const changed = new Set(changes.map(([path]) => String(path[0])));
      for (const name of changed) {
        if (!COMMON_NAMES.has(name)) continue;
        const target = STYLE_NAMES.has(name) ? root : (view.semantics ?? root);
        applyCommon(element, target, name, element.data[name]);
      }
      view.update?.(changed);
    },
  };
}

/** Makes a tag of a built-in; `D` stays inside, so built-ins of different properties fit one list. */
export function defineBuiltin<D extends Values>(builtin: Builtin<D>): AnyBuiltin {
  const define = (space: glassEasel.ComponentSpace, host: PreviewHost) => {
    const component = space.defineComponent({
      is: `wx-${builtin.tag}`,
      properties: propertiesOf(builtin.defaults) as glassEasel.typeUtils.PropertyList,
      options: {
        externalComponent: true,
        templateEngine: {
          create: () => ({ createInstance: element => instanceOf(builtin, host, element) }),
        },
      },
      lifetimes: {
        attached() {
          viewOf(this)?.attached?.();
        },
        detached() {
          viewOf(this)?.detached?.();
        },
      },
    });
    space.setGlobalUsingComponent(builtin.tag, component.general());
  };
  return { tag: builtin.tag, css: builtin.css ?? '', define };
}
