import type * as glassEasel from 'glass-easel';

/** What a handler in a page or component gets: plain data, as WeChat sends it between its two threads. */
export interface WxEvent {
  type: string;
  timeStamp: number;
  target: WxEventTarget;
  currentTarget: WxEventTarget;
  mark: Record<string, unknown>;
  detail: unknown;
  [extra: string]: unknown;
}

interface WxEventTarget {
  id: string;
  dataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
}

/** Events carry the mini program's `this` of a component; `_$` of it is the component. */
export function frameworkElement(target: unknown): glassEasel.Element {
  const inner = (target as { _$?: glassEasel.Element })._$;
  return inner ?? (target as glassEasel.Element);
}

export function toWxEvent(event: glassEasel.ShadowedEvent<unknown>): WxEvent {
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: describe(event.target),
    currentTarget: describe(event.currentTarget),
    mark: event.mark ?? {},
    detail: event.detail,
    ...event.extraFields,
  };
}

function describe(target: unknown): WxEventTarget {
  const element = frameworkElement(target);
  const node = element.$$ as HTMLElement | null;
  return {
    id: element.id,
    dataset: element.dataset,
    // Read late: most handlers never look, and reading them forces a layout.
    get offsetLeft() {
      return node?.offsetLeft ?? 0;
    },
    get offsetTop() {
      return node?.offsetTop ?? 0;
    },
  };
}
