import os from 'node:os';
import type { FunctionSpec } from './catalog';
import type { Instance, InstanceOptions } from './instance';
import type { CallOutcome, Order } from './instance-protocol';

type CallOrder = Extract<Order, { type: 'call' }>;

/** Instances of one function at the same time; further calls wait in line. */
const INSTANCE_LIMIT = 10;
/** Started side by side: more only slow each other down, and those that run free up meanwhile. */
const STARTING_LIMIT = Math.max(2, os.cpus().length);

interface Waiting {
  order: CallOrder;
  /** Told before the call begins. */
  onStart(instance: Instance): void;
  resolve(outcome: CallOutcome): void;
}

export interface PoolOptions {
  /** An instance unused for this long, real ms, is ended. */
  idleMs: number;
  startInstance(spec: FunctionSpec, events: Pick<InstanceOptions, 'onExit'>): Instance;
}

/** The instances of one function: grows with the line of waiting calls, shrinks when idle. */
export class Pool {
  readonly instances = new Set<Instance>();
  private readonly idleTimers = new Map<Instance, NodeJS.Timeout>();
  private readonly line: Waiting[] = [];
  private stopped = false;

  constructor(
    private spec: FunctionSpec,
    private readonly options: PoolOptions,
  ) {}

  get queued(): number {
    return this.line.length;
  }

  /** Instances of an older build end as soon as they are free. */
  use(spec: FunctionSpec): void {
    if (spec.version === this.spec.version) return;
    this.spec = spec;
    for (const instance of this.instances) if (!instance.busy) this.retire(instance);
  }

  run(order: CallOrder, onStart: (instance: Instance) => void): Promise<CallOutcome> {
    return new Promise(resolve => {
      this.line.push({ order, onStart, resolve });
      this.serve();
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const refusal: CallOutcome = {
      ok: false,
      reason: 'crashed',
      error: { message: 'the cloud was stopped' },
    };
    for (const waiting of this.line.splice(0)) waiting.resolve(refusal);
    await this.endAll();
  }

  /** Ends every instance and waits until the processes are gone; waiting calls get new ones. */
  async endAll(): Promise<void> {
    await Promise.all(
      [...this.instances].map(instance => {
        this.retire(instance);
        return instance.stop();
      }),
    );
  }

  /** Calls that wait take free instances first; new ones start while calls are left over. */
  private serve(): void {
    for (const instance of this.instances) {
      if (this.line.length === 0) return;
      const free = !instance.busy && !instance.ended && instance.loadedAfterMs !== undefined;
      if (free) this.begin(instance);
    }
    if (!this.stopped) for (let n = this.room(); n > 0; n -= 1) this.grow();
  }

  private room(): number {
    const starting = [...this.instances].filter(instance => instance.loadedAfterMs === undefined).length;
    const wanted = this.line.length - starting;
    return Math.min(wanted, STARTING_LIMIT - starting, INSTANCE_LIMIT - this.instances.size);
  }

  private grow(): void {
    const instance: Instance = this.options.startInstance(this.spec, { onExit: () => this.forget(instance) });
    this.instances.add(instance);
    instance.ready.then(() => this.free(instance));
  }

  private begin(instance: Instance): void {
    const waiting = this.line.shift();
    if (!waiting) return;
    clearTimeout(this.idleTimers.get(instance));
    waiting.onStart(instance);
    instance.call(waiting.order).then(outcome => {
      waiting.resolve(outcome);
      this.free(instance);
    });
    instance.cold = false;
  }

  private free(instance: Instance): void {
    if (instance.ended || instance.version !== this.spec.version) this.retire(instance);
    this.serve();
    if (!this.instances.has(instance) || instance.busy) return;
    clearTimeout(this.idleTimers.get(instance));
    const timer = setTimeout(() => this.retire(instance), this.options.idleMs);
    timer.unref();
    this.idleTimers.set(instance, timer);
  }

  private retire(instance: Instance): void {
    this.forget(instance);
    instance.kill();
  }

  private forget(instance: Instance): void {
    clearTimeout(this.idleTimers.get(instance));
    this.idleTimers.delete(instance);
    this.instances.delete(instance);
    if (this.line.length > 0) this.serve();
  }
}
