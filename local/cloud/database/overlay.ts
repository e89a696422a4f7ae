import { compareBytes, nameOf, sameBytes } from './bytes';
import type { View, WriteView } from './lmdb-store';

interface Change {
  key: Buffer;
  /** null = removed. */
  value: string | null;
}

/**
 * Unsaved writes on top of a view: what one operation or one transaction has changed so far and reads back.
 * Small by nature, so its keys are sorted when a range is read.
 */
export class Overlay implements WriteView {
  private readonly changes = new Map<string, Change>();
  private sorted: Change[] | undefined;

  constructor(private readonly base: View) {}

  get(key: Buffer): string | undefined {
    const change = this.changes.get(nameOf(key));
    if (change) return change.value ?? undefined;
    return this.base.get(key);
  }

  put(key: Buffer, value: string): void {
    this.changes.set(nameOf(key), { key, value });
    this.sorted = undefined;
  }

  remove(key: Buffer): void {
    this.changes.set(nameOf(key), { key, value: null });
    this.sorted = undefined;
  }

  /** Writes everything into `target`. */
  flush(target: WriteView): void {
    for (const { key, value } of this.changes.values()) {
      if (value === null) target.remove(key);
      else target.put(key, value);
    }
  }

  keys(start: Buffer, end: Buffer, reverse = false): Iterable<Buffer> {
    const own = this.within(start, end);
    const base = this.base.keys(start, end, reverse);
    if (own.length === 0) return base;
    return merge(
      base,
      reverse ? own.reverse() : own,
      key => key,
      change => change.key,
      reverse ? -1 : 1,
    );
  }

  entries(start: Buffer, end: Buffer): Iterable<{ key: Buffer; value: string }> {
    const own = this.within(start, end);
    const base = this.base.entries(start, end);
    if (own.length === 0) return base;
    return merge(
      base,
      own,
      entry => entry.key,
      change => ({ key: change.key, value: change.value ?? '' }),
      1,
    );
  }

  private inOrder(): Change[] {
    this.sorted ??= [...this.changes.values()].sort((a, b) => compareBytes(a.key, b.key));
    return this.sorted;
  }

  private within(start: Buffer, end: Buffer): Change[] {
    if (this.changes.size === 0) return [];
    return this.inOrder().filter(({ key }) => compareBytes(key, start) >= 0 && compareBytes(key, end) < 0);
  }
}

/** Two ordered streams as one; a change hides the saved entry of its key. */
function* merge<T>(
  base: Iterable<T>,
  changes: Change[],
  keyOf: (item: T) => Buffer,
  itemOf: (change: Change) => T,
  direction: 1 | -1,
): Generator<T> {
  const waiting = [...changes].reverse();
  /** Changes that come before `key`; the one with that very key last. */
  const upTo = (key: Buffer): Change[] => {
    const due: Change[] = [];
    for (
      let next = waiting.at(-1);
      next && direction * compareBytes(key, next.key) >= 0;
      next = waiting.at(-1)
    )
      due.push(waiting.pop() as Change);
    return due;
  };
  for (const item of base) {
    const key = keyOf(item);
    const due = upTo(key);
    yield* present(due).map(itemOf);
    const last = due.at(-1);
    if (!last || !sameBytes(last.key, key)) yield item;
  }
  yield* present(waiting.reverse()).map(itemOf);
}

const present = (changes: Change[]) => changes.filter(change => change.value !== null);
