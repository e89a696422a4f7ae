import { type Key, open, type RootDatabase, type Transaction } from 'lmdb';
import { sameBytes } from './bytes';

/** Reads of one consistent state: the newest, a snapshot, or a transaction's own. */
export interface View {
  get(key: Buffer): string | undefined;
  /** Keys from `start` up to, not including, `end`; `reverse` yields the same keys backwards. */
  keys(start: Buffer, end: Buffer, reverse?: boolean): Iterable<Buffer>;
  entries(start: Buffer, end: Buffer): Iterable<{ key: Buffer; value: string }>;
}

export interface WriteView extends View {
  put(key: Buffer, value: string): void;
  remove(key: Buffer): void;
}

/** Above every stored key (1,024 bytes and what goes around them), below lmdb's 1,978. */
const END_BYTES = 1_536;

interface Job {
  run(view: WriteView): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  outcome?: () => void;
}

/** One lmdb file; every key is bytes, every value text. */
export class LmdbStore {
  private readonly db: RootDatabase<string, Key>;
  private queue: Job[] = [];
  private scheduled = false;
  readonly latest: WriteView;

  constructor(
    path: string,
    /** Called inside each group's transaction, after its jobs: the place to save shared state. */
    private readonly beforeCommit: (view: WriteView) => void = () => {},
    durable = true,
  ) {
    this.db = open<string, Key>({
      path,
      keyEncoding: 'binary',
      encoding: 'string',
      maxReaders: 1_024,
      noSync: !durable,
    });
    this.latest = this.viewOf();
  }

  /** A read view that stays as it is now until `done` is called. */
  snapshot(): { view: View; done: () => void } {
    this.db.resetReadTxn();
    const transaction = this.db.useReadTransaction();
    return { view: this.viewOf(transaction), done: () => transaction.done() };
  }

  /**
   * Runs a job with the others that wait, in one lmdb transaction, synced to disk once.
   * Settles after that, so an answered write survives power loss and `kill -9`, and none shows by halves.
   * A job must check everything before its first `put`: its writes are not undone when it throws.
   */
  write<T>(run: (view: WriteView) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ run, resolve: resolve as (value: unknown) => void, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      // After the sockets of this turn were read, so that concurrent requests share one sync.
      setImmediate(() => this.commitGroup());
    });
  }

  private commitGroup(): void {
    const group = this.queue;
    this.queue = [];
    this.scheduled = false;
    try {
      this.db.transactionSync(() => {
        for (const job of group) this.runJob(job);
        this.beforeCommit(this.latest);
      });
      for (const job of group) job.outcome?.();
    } catch (error) {
      for (const job of group) job.reject(error);
    }
  }

  private runJob(job: Job): void {
    try {
      const value = job.run(this.latest);
      job.outcome = () => job.resolve(value);
    } catch (error) {
      job.outcome = () => job.reject(error);
    }
  }

  private viewOf(transaction?: Transaction): WriteView {
    const { db } = this;
    const options = transaction ? { transaction } : {};
    return {
      get: key => db.get(keyOf(key), options),
      keys: (start, end, reverse = false) => {
        const [from, to] = [endOf(start), endOf(end)];
        if (!reverse) return bytesOf(db.getKeys({ start: from, end: to, ...options }));
        // lmdb's reverse ranges include their start; ours never include `end`.
        const keys = db.getKeys({ start: to, end: from, reverse: true, inclusiveEnd: true, ...options });
        return without(bytesOf(keys), end);
      },
      entries: (start, end) =>
        db.getRange({ start: endOf(start), end: endOf(end), ...options }) as Iterable<unknown> as Iterable<{
          key: Buffer;
          value: string;
        }>,
      put: (key, value) => void db.put(keyOf(key), value),
      remove: key => void db.remove(keyOf(key)),
    };
  }

  async clear(): Promise<void> {
    await this.db.clearAsync();
  }

  async close(): Promise<void> {
    await this.db.close();
  }
}

/** With `keyEncoding: 'binary'` lmdb takes and gives buffers; its types say `Key`. */
const keyOf = (key: Buffer) => key as unknown as Key;
/** lmdb refuses longer ends of ranges than keys; no stored key is near this long, so nothing is lost by the cut. */
const endOf = (key: Buffer) => keyOf(key.length > END_BYTES ? key.subarray(0, END_BYTES) : key);
const bytesOf = (keys: Iterable<Key>) => keys as Iterable<unknown> as Iterable<Buffer>;

function* without(keys: Iterable<Buffer>, end: Buffer): Generator<Buffer> {
  for (const key of keys) if (!sameBytes(key, end)) yield key;
}
