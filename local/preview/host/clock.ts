/**
 * Makes `Date` inside the phone tell the local cloud's time, so that "还剩 2 天 5 小时" moves when the
 * clock of the preview is moved. Timers keep real time.
 */
export class PhoneClock {
  offsetMs = 0;
  private readonly realDate = Date;

  install(): void {
    const { realDate } = this;
    const now = () => realDate.now() + this.offsetMs;
    const shifted = new Proxy(realDate, {
      construct: (target, given, newTarget) =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
      apply: () => new realDate(now()).toString(),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    });
    // `date.constructor === Date` is how some libraries recognise a date.
    Object.defineProperty(realDate.prototype, 'constructor', {
      value: shifted,
      configurable: true,
      writable: true,
    });
    globalThis.Date = shifted;
  }

  /** Asks the local cloud for its time; keeps the old offset when it does not answer within a second. */
  async refresh(cloudUrl: string): Promise<void> {
    try {
      const before = this.realDate.now();
      const reply = await fetch(`${cloudUrl}control/state`, { signal: AbortSignal.timeout(1_000) });
      const state = (await reply.json()) as { now?: unknown };
      // The cloud's answer was true about half way through the request.
      if (typeof state.now === 'number')
        this.offsetMs = Math.round(state.now - (before + this.realDate.now()) / 2);
    } catch {
      // No cloud: pages that never call it still work, on the machine's own time.
    }
  }
}
