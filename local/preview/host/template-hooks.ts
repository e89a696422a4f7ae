import type * as glassEasel from 'glass-easel';
import type { TemplateProc } from '../compiler/app-bundle';
import { frameworkElement, toWxEvent } from './event-object';
import { WxsDescriptor } from './wxs-descriptor';

type Handler = (this: unknown, ...values: unknown[]) => unknown;
type Proc = (renderer: Renderer, ...rest: unknown[]) => unknown;

/** The part of glass-easel's renderer that a compiled template calls before it draws. */
interface Renderer {
  changePropFilter: (listener: Handler) => Handler;
  eventListenerWrapper: (
    caller: unknown,
    event: glassEasel.ShadowedEvent<unknown>,
    handler: Handler,
    source?: unknown[] | null,
  ) => unknown;
  setFnFilter: () => void;
  setEventListenerWrapper: () => void;
  /** Binds an event; the last argument is the source path of the handler. */
  v: (element: unknown, event: string, handler: unknown, ...options: unknown[]) => void;
  hooked?: true;
}

/** First item of a value's source path: 1 a WXS file, 2 an inline WXS module (0 is page data). */
const FROM_WXS_FILE = 1;

/** Place of the source path among the options of `Renderer.v`. */
const SOURCE = 4;

type Report = (error: unknown, where: string) => void;

/**
 * Gives handlers WeChat's arguments: page methods get a plain event; functions of WXS get the event with
 * `instance` and the descriptor of the owner; `change:prop` gets (new, old, owner, element). What they throw
 * goes to `report` and does not stop the event.
 */
export function hookTemplate(template: TemplateProc, report: Report): (name: string) => never {
  return name => {
    const proc = template(name) as Proc | undefined;
    if (!proc) return undefined as never;
    const hooked: Proc = (renderer, ...rest) => {
      if (!renderer.hooked) hook(renderer, report);
      return proc(renderer, ...rest);
    };
    return hooked as never;
  };
}

function hook(renderer: Renderer, report: Report): void {
  renderer.hooked = true;
  renderer.changePropFilter = listener => observeFromWxs(listener, report);
  renderer.eventListenerWrapper = (caller, event, handler, source) => {
    try {
      return callHandler(caller, event, handler, source);
    } catch (error) {
      report(error, `${(caller as { is?: string }).is ?? 'wxs'} ${handler.name}`);
      return undefined;
    }
  };
  const bind = renderer.v;
  renderer.v = (element, event, handler, ...options) => {
    // `bind:tap="{{disabled || wxs.tap}}"`: an expression has no source path, but only WXS gives functions.
    if (typeof handler === 'function') options[SOURCE] ??= [FROM_WXS_FILE];
    bind(element, event, handler, ...options);
  };
  // The generated code would put its own, empty filters back on every draw.
  renderer.setFnFilter = () => undefined;
  renderer.setEventListenerWrapper = () => undefined;
}

function observeFromWxs(listener: Handler, report: Report): Handler {
  return (now, before, host, element) => {
    const owner = WxsDescriptor.of(host as glassEasel.Element);
    const instance = WxsDescriptor.of(element as glassEasel.Element);
    // After the running update: observers look for elements that this very update creates.
    queueMicrotask(() => {
      try {
        listener.call(null, now, before, owner, instance);
      } catch (error) {
        report(error, `wxs ${listener.name}`);
      }
    });
  };
}

const callHandler: Renderer['eventListenerWrapper'] = (caller, event, handler, source) => {
  const wxEvent = toWxEvent(event);
  if (!source || Number(source[0]) < FROM_WXS_FILE) return handler.call(caller, wxEvent);
  const instance = WxsDescriptor.of(frameworkElement(event.currentTarget));
  return handler.call(null, { ...wxEvent, instance }, WxsDescriptor.of(frameworkElement(caller)));
};
