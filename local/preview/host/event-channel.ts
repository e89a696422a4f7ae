import type { EventChannel } from './preview-host';

type Listener = (...values: never[]) => void;

/** One end of the channel between a page and the page that opened it: emits reach the other end only. */
class ChannelEnd implements EventChannel {
  other: ChannelEnd | undefined;
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>();

  emit(event: string, ...values: unknown[]): void {
    this.other?.receive(event, values);
  }

  on(event: string, listener: Listener): void {
    this.add(event, listener, false);
  }

  once(event: string, listener: Listener): void {
    this.add(event, listener, true);
  }

  off(event: string, listener?: Listener): void {
    const left = listener ? this.of(event).filter(entry => entry.listener !== listener) : [];
    this.listeners.set(event, left);
  }

  private add(event: string, listener: Listener, once: boolean): void {
    this.listeners.set(event, [...this.of(event), { listener, once }]);
  }

  private of(event: string) {
    return this.listeners.get(event) ?? [];
  }

  private receive(event: string, values: unknown[]): void {
    const entries = this.of(event);
    this.listeners.set(
      event,
      entries.filter(entry => !entry.once),
    );
    for (const { listener } of entries) listener(...(values as never[]));
  }
}

/** `opener` is what navigateTo's success gets, `opened` what getOpenerEventChannel() gives. */
export function openChannel(events: Record<string, Listener> = {}): {
  opener: EventChannel;
  opened: EventChannel;
} {
  const opener = new ChannelEnd();
  const opened = new ChannelEnd();
  opener.other = opened;
  opened.other = opener;
  for (const [event, listener] of Object.entries(events)) opener.on(event, listener);
  return { opener, opened };
}
