import { nodeOf } from '../../builtins/element-node';
import type { PreviewHost, Rect } from '../../host/preview-host';
import { type ApiTable, runCallback } from '../api-call';
import {
  domOf,
  type Element,
  findAll,
  findFirst,
  pageRect,
  type QueryScope,
  scopeOf,
  scrollElement,
} from './query-scope';

export interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  node?: boolean;
  context?: boolean;
  properties?: string[];
  computedStyle?: string[];
}

type Result = Record<string, unknown>;
type Receive = (result: never) => void;

const POSITION = ['left', 'top', 'right', 'bottom'] as const;
const SIZE = ['width', 'height'] as const;

function pick(rect: Rect, names: readonly (keyof Rect)[]): Result {
  return Object.fromEntries(names.map(name => [name, rect[name]]));
}

function scrollOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Result {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

function stylesOf(dom: HTMLElement, names: string[]): Result {
  const computed = getComputedStyle(dom);
  const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  return Object.fromEntries(names.map(name => [name, computed.getPropertyValue(kebab(name))]));
}

function propertiesOf(element: Element, names: string[]): Result {
  const data = (element as { data?: Result }).data ?? {};
  return Object.fromEntries(names.filter(name => name in data).map(name => [name, data[name]]));
}

function ofDom(scope: QueryScope, dom: HTMLElement, fields: Fields): Result {
  const rect = pageRect(scope, dom.getBoundingClientRect());
  return {
    ...(fields.rect && pick(rect, POSITION)),
    ...(fields.size && pick(rect, SIZE)),
    ...(fields.scrollOffset && scrollOf(scrollElement(dom))),
    ...(fields.computedStyle && stylesOf(dom, fields.computedStyle)),
  };
}

function ofElement(scope: QueryScope, element: Element, fields: Fields): Result {
  const dom = domOf(element);
  return {
    ...(fields.id && { id: element.id }),
    ...(fields.dataset && { dataset: { ...element.dataset } }),
    ...(fields.mark && { mark: { ...element.collectMarks() } }),
    ...(fields.properties && propertiesOf(element, fields.properties)),
    ...(fields.node && { node: nodeOf(element) ?? null }),
    ...(fields.context && { context: nodeOf(element) ?? null }),
    ...(dom && ofDom(scope, dom, fields)),
  };
}

function ofViewport({ page }: QueryScope, host: PreviewHost, fields: Fields): Result {
  const { windowWidth: width, windowHeight: height } = host.geometry();
  const rect = { left: 0, top: 0, right: width, bottom: height, width, height };
  return {
    ...(fields.id && { id: '' }),
    ...(fields.dataset && { dataset: {} }),
    ...(fields.rect && pick(rect, POSITION)),
    ...(fields.size && pick(rect, SIZE)),
    ...(fields.scrollOffset && page && scrollOf(page.scroller)),
  };
}

interface Step {
  find: (fields: Fields) => unknown;
  fields: Fields;
  receive: Receive | undefined;
}

const RECT_FIELDS: Fields = { id: true, dataset: true, rect: true, size: true };
const SCROLL_FIELDS: Fields = { id: true, dataset: true, scrollOffset: true };

class NodesRef {
  constructor(
    private readonly query: SelectorQuery,
    private readonly find: Step['find'],
  ) {}

  fields(fields: Fields, receive?: Receive): SelectorQuery {
    return this.query.add({ find: this.find, fields, receive });
  }

  boundingClientRect(receive?: Receive): SelectorQuery {
    return this.fields(RECT_FIELDS, receive);
  }

  scrollOffset(receive?: Receive): SelectorQuery {
    return this.fields(SCROLL_FIELDS, receive);
  }

  node(receive?: Receive): SelectorQuery {
    return this.fields({ node: true }, receive);
  }

  context(receive?: Receive): SelectorQuery {
    return this.fields({ context: true }, receive);
  }
}

/** `wx.createSelectorQuery()`: collects questions, answers them together after the current rendering. */
export class SelectorQuery {
  private caller: unknown;
  private steps: Step[] = [];

  constructor(private readonly host: PreviewHost) {}

  in(component: unknown): this {
    this.caller = component;
    return this;
  }

  select(selector: string): NodesRef {
    const { caller } = this;
    return new NodesRef(this, fields => {
      const scope = scopeOf(this.host, caller);
      const element = findFirst(scope, selector);
      return element && ofElement(scope, element, fields);
    });
  }

  selectAll(selector: string): NodesRef {
    const { caller } = this;
    return new NodesRef(this, fields => {
      const scope = scopeOf(this.host, caller);
      return findAll(scope, selector).map(element => ofElement(scope, element, fields));
    });
  }

  selectViewport(): NodesRef {
    const { caller } = this;
    return new NodesRef(this, fields => ofViewport(scopeOf(this.host, caller), this.host, fields));
  }

  exec(receive?: (results: unknown[]) => void): this {
    const { steps } = this;
    setTimeout(() => {
      const results = steps.map(step => step.find(step.fields));
      steps.forEach((step, at) => {
        runCallback(step.receive as ((result: unknown) => void) | undefined, results[at]);
      });
      runCallback(receive, results);
    }, 0);
    return this;
  }

  /** @internal Called by the node references. */
  add(step: Step): this {
    this.steps = [...this.steps, step];
    return this;
  }
}

export function selectorQueryApi(host: PreviewHost): ApiTable {
  return { createSelectorQuery: () => new SelectorQuery(host) };
}
