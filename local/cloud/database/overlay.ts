import { compareBytes, nameOf } from './bytes';
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

  /** Writes everything into `target`, in the order of the keys. */
  flush(target: WriteView): void {
    for (const { key, value } of this.inOrder()) {
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
  let next = 0;
  for (const item of base) {
    let order = -1;
    while (next < changes.length) {
      const change = changes[next] as Change;
      order = direction * compareBytes(keyOf(item), change.key);
      if (order < 0) break;
      if (change.value !== null) yield itemOf(change);
      next++;
      if (order === 0) break;
    }
    if (order !== 0) yield item;
  }
  for (; next < changes.length; next++) {
    const change = changes[next] as Change;
    if (change.value !== null) yield itemOf(change);
  }
}
