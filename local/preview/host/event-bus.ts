import type { AppEventMap, AppEvents } from './preview-host';

type Listeners = { [K in keyof AppEventMap]?: Set<(value: AppEventMap[K]) => void> };

/** Application-wide events: the phone emits, `wx.onAppShow`, `wx.onThemeChange` … listen. */
export class EventBus implements AppEvents {
  private readonly listeners: Listeners = {};

  on<K extends keyof AppEventMap>(event: K, listener: (value: AppEventMap[K]) => void): () => void {
    const registered: Set<(value: AppEventMap[K]) => void> = this.listeners[event] ?? new Set();
    registered.add(listener);
    Object.assign(this.listeners, { [event]: registered });
    return () => registered.delete(listener);
  }

  emit<K extends keyof AppEventMap>(event: K, value: AppEventMap[K]): void {
    for (const listener of [...(this.listeners[event] ?? [])]) {
      try {
        listener(value);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
