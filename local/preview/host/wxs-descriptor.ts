import * as glassEasel from 'glass-easel';

/** Style and class segment that glass-easel keeps for values that win over the template's. */
const TEMPORARY_SEGMENT = 3;

/** `ComponentDescriptor` of WXS: what event handlers and `change:` observers in WXS can do with an element. */
export class WxsDescriptor {
  private static readonly known = new WeakMap<glassEasel.Element, WxsDescriptor>();
  private readonly state: Record<string, unknown> = {};

  static of(element: glassEasel.Element): WxsDescriptor {
    const known = WxsDescriptor.known.get(element);
    if (known) return known;
    const descriptor = new WxsDescriptor(element);
    WxsDescriptor.known.set(element, descriptor);
    return descriptor;
  }

  private constructor(private readonly element: glassEasel.Element) {}

  private get node(): HTMLElement | null {
    return this.element.$$ as HTMLElement | null;
  }

  private get tree(): glassEasel.Element {
    return this.element.asGeneralComponent()?.getShadowRoot() ?? this.element;
  }

  selectComponent = (selector: string): WxsDescriptor | null => {
    const found = queryIn(this.tree, selector)[0];
    return found ? WxsDescriptor.of(found) : null;
  };

  selectAllComponents = (selector: string): WxsDescriptor[] =>
    queryIn(this.tree, selector).map(found => WxsDescriptor.of(found));

  setStyle = (style: string | Record<string, string | number>): this => {
    const text =
      typeof style === 'string'
        ? style
        : Object.entries(style)
            .map(
              ([name, value]) => `${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}:${value}`,
            )
            .join(';');
    this.element.setNodeStyle(text, TEMPORARY_SEGMENT);
    return this;
  };

  addClass = (name: string): this => {
    this.element.toggleNodeClass(name, true);
    return this;
  };

  removeClass = (name: string): this => {
    this.element.toggleNodeClass(name, false);
    return this;
  };

  hasClass = (name: string): boolean => this.element.classList?.contains(name) ?? false;

  getDataset = (): Record<string, unknown> => this.element.dataset;

  getState = (): Record<string, unknown> => this.state;

  getComputedStyle = (names: string[]): Record<string, string> => {
    const style = this.node ? getComputedStyle(this.node) : undefined;
    return Object.fromEntries(names.map(name => [name, style ? String(Reflect.get(style, name) ?? '') : '']));
  };

  getBoundingClientRect = (): DOMRect | undefined => this.node?.getBoundingClientRect();

  callMethod = (name: string, ...values: unknown[]): void => {
    const caller: Record<string, unknown> | undefined = this.element.asGeneralComponent()?.getMethodCaller();
    const method = caller?.[name];
    if (typeof method !== 'function') return;
    // In WeChat the call crosses threads; running it later also keeps setData out of a running update.
    queueMicrotask(() =>
      glassEasel.safeCallback('WXS callMethod', method as () => void, caller, values as []),
    );
  };

  triggerEvent = (name: string, detail?: unknown, options?: glassEasel.EventOptions): void => {
    glassEasel.triggerEvent(this.element, name, detail ?? {}, options);
  };

  requestAnimationFrame = (frame: () => void): number => requestAnimationFrame(frame);

  setTimeout = (callback: () => void, ms: number): number => window.setTimeout(callback, ms);

  clearTimeout = (id: number): void => window.clearTimeout(id);
}

function queryIn(tree: glassEasel.Element, selector: string): glassEasel.Element[] {
  const root = tree.asShadowRoot();
  if (root) return root.querySelectorAll(selector);
  const owner = tree.ownerShadowRoot?.querySelectorAll(selector) ?? [];
  return owner.filter(found => isInside(found, tree));
}

function isInside(element: glassEasel.Element, ancestor: glassEasel.Element): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (at === ancestor) return true;
  return false;
}
