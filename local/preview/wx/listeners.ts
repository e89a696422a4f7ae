import type { ApiTable } from './api-call';
import { runCallback } from './api-call';

/** The listeners of one `wx.onX` / `wx.offX` pair. */
export class Listeners<T> {
  private readonly all = new Set<(value: T) => void>();

  add(listener: (value: T) => void): void {
    if (typeof listener === 'function') this.all.add(listener);
  }

  /** Without a listener all are removed, as `wx.offX()` does. */
  remove(listener?: (value: T) => void): void {
    if (listener === undefined) this.all.clear();
    else this.all.delete(listener);
  }

  get size(): number {
    return this.all.size;
  }

  emit(value: T): void {
    for (const listener of [...this.all]) runCallback(listener, value);
  }
}

/** `onName` and `offName` over a list of listeners. */
export function eventPair<T>(name: string, listeners: Listeners<T>): ApiTable {
  return {
    [`on${name}`]: (listener: (value: T) => void) => listeners.add(listener),
    [`off${name}`]: (listener?: (value: T) => void) => listeners.remove(listener),
  };
}
