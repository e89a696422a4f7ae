/** A person's fastest typing, ms from key to key. */
const KEY_MS = 125;
/** And how long somebody looks at a screen before tapping on it, ms. */
const LOOK_MS = 1_000;

/**
 * Time as it would pass if a person did what is done to the phone: tests tap and type faster than anybody can, and a
 * rate measured against their clock would depend on the machine.
 */
export class PersonTime {
  private ahead = 0;
  private lastKey = Number.NEGATIVE_INFINITY;

  constructor(target: EventTarget = window) {
    const onTap = () => {
      this.ahead += LOOK_MS;
    };
    const onKey = ({ key }: Event & { key?: string }) => key === 'Enter' && onTap();
    target.addEventListener('pointerdown', onTap, { capture: true });
    target.addEventListener('keydown', onKey, { capture: true });
    target.addEventListener('input', () => this.type(), { capture: true });
  }

  /** ms; grows at least as fast as the clock. */
  now(): number {
    return performance.now() + this.ahead;
  }

  private type(): void {
    this.ahead += Math.max(0, this.lastKey + KEY_MS - this.now());
    this.lastKey = this.now();
  }
}
