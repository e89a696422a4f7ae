import { randomBytes } from 'node:crypto';
import { nameOf } from './bytes';
import { transactionConflict, transactionMissing } from './database-error';
import type { Writer } from './documents';
import { LIMITS } from './limits';
import type { LmdbStore, View } from './lmdb-store';
import { Overlay } from './overlay';

/** Thrown when a write outside any transaction meets a document that an open one has changed. */
export class Blocked extends Error {
  constructor(readonly ended: Promise<void>) {
    super('waits for a transaction');
  }
}

export interface Transaction extends Writer {
  id: string;
  view: Overlay;
}

class OpenTransaction implements Transaction {
  readonly id = randomBytes(16).toString('hex');
  readonly claimed = new Map<string, Buffer>();
  readonly ended: Promise<void>;
  settle: () => void = () => {};
  timer: NodeJS.Timeout | undefined;
  private state: { overlay: Overlay; done: () => void; sequence: number } | undefined;

  constructor(
    private readonly owner: Transactions,
    readonly expiresAt: number,
  ) {
    this.ended = new Promise(resolve => {
      this.settle = resolve;
    });
  }

  /** The snapshot is taken by the first operation, not by the start, as in MongoDB. */
  private begun() {
    if (!this.state) {
      const { view, done } = this.owner.snapshot();
      this.state = { overlay: new Overlay(view), done, sequence: this.owner.sequence };
    }
    return this.state;
  }

  get view(): Overlay {
    return this.begun().overlay;
  }

  /** First writer wins: later writers of the document fail at once, not at commit. */
  claim(keys: Buffer[]): void {
    const { sequence } = this.begun();
    for (const key of keys) {
      const name = nameOf(key);
      const holder = this.owner.locks.get(name);
      if ((holder && holder !== this) || (this.owner.commits.get(name) ?? 0) > sequence)
        throw transactionConflict();
    }
    for (const key of keys) {
      const name = nameOf(key);
      this.owner.locks.set(name, this);
      this.claimed.set(name, key);
    }
  }

  release(): void {
    clearTimeout(this.timer);
    for (const name of this.claimed.keys()) this.owner.locks.delete(name);
    this.state?.done();
    this.settle();
  }
}

/** Open transactions, who holds which document, and what was committed while they were open. */
export class Transactions {
  readonly locks = new Map<string, OpenTransaction>();
  readonly commits = new Map<string, number>();
  sequence = 0;
  private readonly open = new Map<string, OpenTransaction>();

  constructor(
    private readonly store: LmdbStore,
    private readonly now: () => number,
  ) {}

  snapshot(): { view: View; done: () => void } {
    return this.store.snapshot();
  }

  start(): string {
    const transaction = new OpenTransaction(this, this.now() + LIMITS.transactionMs);
    this.open.set(transaction.id, transaction);
    // Both clocks end it: the server's, which can be moved, and the real one, so that no lock stays for good.
    transaction.timer = setTimeout(() => this.abort(transaction.id), LIMITS.transactionMs);
    transaction.timer.unref();
    return transaction.id;
  }

  /** Ends what the moved clock has left behind. */
  sweep(): void {
    const now = this.now();
    for (const transaction of this.open.values())
      if (transaction.expiresAt <= now) this.abort(transaction.id);
  }

  get(id: unknown): OpenTransaction {
    this.sweep();
    const transaction = typeof id === 'string' ? this.open.get(id) : undefined;
    if (!transaction) throw transactionMissing();
    return transaction;
  }

  abort(id: string): void {
    const transaction = this.open.get(id);
    this.open.delete(id);
    transaction?.release();
    this.forget();
  }

  /** Who came first matters to open transactions only. */
  private forget(): void {
    if (this.open.size === 0) this.commits.clear();
  }

  /** Runs one operation of a transaction; any error ends the transaction, as MongoDB does. */
  run<T>(id: unknown, operation: (transaction: Transaction) => T): T {
    const transaction = this.get(id);
    try {
      return operation(transaction);
    } catch (error) {
      this.abort(transaction.id);
      throw error;
    }
  }

  async commit(id: unknown): Promise<void> {
    const transaction = this.get(id);
    // From here on it can neither be aborted nor expire; its locks hold until the data is on disk.
    this.open.delete(transaction.id);
    try {
      if (transaction.claimed.size > 0)
        await this.store.write(view => {
          transaction.view.flush(view);
          this.committed(transaction.claimed.keys());
        });
    } finally {
      transaction.release();
      this.forget();
    }
  }

  committed(names: Iterable<string>): void {
    if (this.open.size === 0) return;
    this.sequence++;
    for (const name of names) this.commits.set(name, this.sequence);
  }

  /**
   * A write outside transactions. It waits while an open transaction holds a document it wants to change
   * (at most the 30 s such a transaction can live), and starts over then.
   */
  async writeAlone<T>(operation: (writer: Writer) => T): Promise<T> {
    for (;;) {
      try {
        return await this.store.write(view =>
          this.attempt(new Overlay(view), overlay => overlay.flush(view), operation),
        );
      } catch (error) {
        if (!(error instanceof Blocked)) throw error;
        await this.waitFor(error.ended);
      }
    }
  }

  private attempt<T>(
    overlay: Overlay,
    save: (overlay: Overlay) => void,
    operation: (writer: Writer) => T,
  ): T {
    const names: string[] = [];
    const claim = (keys: Buffer[]) => {
      for (const key of keys) {
        const name = nameOf(key);
        const holder = this.locks.get(name);
        if (holder) throw new Blocked(holder.ended);
        names.push(name);
      }
    };
    try {
      return operation({ view: overlay, claim });
    } catch (error) {
      if (error instanceof Blocked) names.length = 0;
      throw error;
    } finally {
      // What came before a failing document of a multi-document write stays, as in MongoDB.
      if (names.length > 0) {
        save(overlay);
        this.committed(names);
      }
    }
  }

  /** Looks at the moved clock meanwhile, since moving it wakes nobody. */
  private async waitFor(ended: Promise<void>): Promise<void> {
    const watch = setInterval(() => this.sweep(), 50);
    await ended;
    clearInterval(watch);
  }

  abortAll(): void {
    for (const id of [...this.open.keys()]) this.abort(id);
  }
}
