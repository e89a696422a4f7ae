import type { AppEventMap, PreviewHost } from '../../host/preview-host';
import { type ApiTable, asyncApi } from '../api-call';
import { eventPair, Listeners } from '../listeners';

/** A `wx.onX` / `wx.offX` pair fed by an event of the host. */
function hostEvent<K extends keyof AppEventMap>(host: PreviewHost, event: K, name: string): ApiTable {
  const listeners = new Listeners<AppEventMap[K]>();
  host.events.on(event, value => listeners.emit(value));
  return eventPair(name, listeners);
}

/** Events that can never happen here; subscribing is harmless and says so in the decision on `wx`. */
const NEVER_HAPPEN = ['MemoryWarning', 'UserCaptureScreen', 'MenuButtonBoundingClientRectWeightChange'];

function networkState({ online, latencyMs }: PreviewHost['settings']) {
  return {
    isConnected: online,
    networkType: online ? 'wifi' : 'none',
    weakNet: online && latencyMs > 0,
    signalStrength: online ? 100 : 0,
    hasSystemProxy: false,
  };
}

function networkEvents(host: PreviewHost): ApiTable {
  const changes = new Listeners<{ isConnected: boolean; networkType: string }>();
  const weak = new Listeners<{ weakNet: boolean; networkType: string }>();
  host.onSettings((now, before) => {
    const [next, last] = [networkState(now), networkState(before)];
    const { isConnected, networkType, weakNet } = next;
    if (isConnected !== last.isConnected) changes.emit({ isConnected, networkType });
    if (weakNet !== last.weakNet) weak.emit({ weakNet, networkType });
  });
  return {
    ...eventPair('NetworkStatusChange', changes),
    ...eventPair('NetworkWeakChange', weak),
    getNetworkType: asyncApi('getNetworkType', () => {
      const { isConnected: _, ...state } = networkState(host.settings);
      return state;
    }),
  };
}

/** Height in px of what covers the page while a field has the focus; a desktop browser shows no keyboard. */
const KEYBOARD_HEIGHT = 0;

function keyboardEvents(): ApiTable {
  const listeners = new Listeners<{ height: number }>();
  const isField = (target: EventTarget | null) =>
    target instanceof HTMLElement && target.matches('input, textarea');
  for (const type of ['focusin', 'focusout']) {
    document.addEventListener(type, event => {
      if (isField(event.composedPath()[0] ?? null)) listeners.emit({ height: KEYBOARD_HEIGHT });
    });
  }
  const hideKeyboard = asyncApi('hideKeyboard', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return { ...eventPair('KeyboardHeightChange', listeners), hideKeyboard };
}

/** Application-level events and what goes with them. */
export function appEventsApi(host: PreviewHost): ApiTable {
  const table: ApiTable = {
    ...hostEvent(host, 'appShow', 'AppShow'),
    ...hostEvent(host, 'appHide', 'AppHide'),
    ...hostEvent(host, 'error', 'Error'),
    ...hostEvent(host, 'unhandledRejection', 'UnhandledRejection'),
    ...hostEvent(host, 'pageNotFound', 'PageNotFound'),
    ...hostEvent(host, 'themeChange', 'ThemeChange'),
    ...hostEvent(host, 'windowResize', 'WindowResize'),
    ...networkEvents(host),
    ...keyboardEvents(),
    getLaunchOptionsSync: () => host.launchOptions(),
    getEnterOptionsSync: () => host.enterOptions(),
  };
  for (const name of NEVER_HAPPEN) Object.assign(table, eventPair(name, new Listeners<unknown>()));
  return table;
}
