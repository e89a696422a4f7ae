import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { FunctionSpec } from './catalog';
import type { CallOutcome, Failure, Order, Report } from './instance-protocol';

type CallOrder = Extract<Order, { type: 'call' }>;

/** Loading the function's modules may take this long (production: the initialisation time-out), real ms. */
const LOAD_LIMIT_MS = 30_000;
const RUNNER = path.resolve(__dirname, 'runner', 'main.cjs');

export interface InstanceOptions {
  spec: FunctionSpec;
  /** Process environment for the life of the instance. */
  environment: Record<string, string>;
  clockOffsetMs: number;
  /** A piece of output and the call it belongs to, if one was running. */
  onOutput(stream: 'stdout' | 'stderr', text: string, callId: string | undefined): void;
  onExit(): void;
}

/** A process that runs one function, one call at a time. */
export class Instance {
  readonly version: string;
  /** Set once its modules are loaded; undefined while starting. */
  loadedAfterMs: number | undefined;
  /** Whether the next call is its first. */
  cold = true;
  /** Killed or crashed: takes no further call. */
  ended = false;
  callId: string | undefined;
  readonly ready: Promise<void>;
  private readonly child: ChildProcess;
  private readonly exited: Promise<void>;
  private loadFailure: Failure | undefined;
  private lastWords = '';
  private markReady: () => void = () => {};
  private settle: ((outcome: CallOutcome) => void) | undefined;

  constructor(private readonly options: InstanceOptions) {
    const { spec, environment, clockOffsetMs } = options;
    const startedAt = performance.now();
    this.version = spec.version;
    this.child = fork(RUNNER, [JSON.stringify({ directory: spec.directory, offsetMs: clockOffsetMs })], {
      cwd: spec.directory,
      env: environment,
      execArgv: [`--max-old-space-size=${spec.memoryMb}`],
      silent: true,
    });
    this.ready = new Promise(resolve => {
      this.markReady = () => {
        this.loadedAfterMs ??= performance.now() - startedAt;
        resolve();
      };
    });
    const loadTimer = setTimeout(() => {
      this.failToLoad({ message: `loading took over ${LOAD_LIMIT_MS / 1000} seconds` });
      this.child.kill('SIGKILL');
    }, LOAD_LIMIT_MS);
    loadTimer.unref();
    this.ready.then(() => clearTimeout(loadTimer));
    this.child.on('message', report => this.hear(report as Report));
    // What the engine itself writes (out of memory, --trace-…) does not pass through the runner.
    this.child.stderr?.on('data', (chunk: Buffer) => this.overhear('stderr', chunk));
    this.child.stdout?.on('data', (chunk: Buffer) => this.overhear('stdout', chunk));
    this.child.on('error', error => this.finish({ ok: false, reason: 'crashed', error }));
    this.exited = new Promise(resolve => {
      this.child.on('close', (code, signal) => {
        this.end(code, signal);
        resolve();
      });
    });
  }

  get busy(): boolean {
    return this.callId !== undefined;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Never rejects: whatever ends the call is its outcome. The caller makes sure only one runs. */
  call(order: CallOrder): Promise<CallOutcome> {
    this.callId = order.callId;
    return new Promise(resolve => {
      let deadline: NodeJS.Timeout | undefined;
      this.settle = outcome => {
        clearTimeout(deadline);
        this.callId = undefined;
        resolve(outcome);
      };
      this.ready.then(() => {
        if (this.loadFailure)
          return this.finish({ ok: false, reason: 'unloadable', error: this.loadFailure });
        deadline = setTimeout(() => this.timeOut(order), order.timeoutMs);
        this.tell(order);
      });
    });
  }

  tellClock(offsetMs: number): void {
    this.tell({ type: 'clock', offsetMs });
  }

  /** Ends the process at once; a running call is reported as crashed. */
  kill(): void {
    this.ended = true;
    this.child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    this.kill();
    await this.exited;
  }

  private tell(order: Order): void {
    if (this.child.connected) this.child.send(order, () => {});
  }

  private timeOut(order: CallOrder): void {
    const seconds = order.timeoutMs / 1000;
    this.finish({
      ok: false,
      reason: 'timeout',
      error: { message: `Invoking task timed out after ${seconds} seconds` },
    });
    this.kill();
  }

  private overhear(stream: 'stdout' | 'stderr', chunk: Buffer): void {
    this.lastWords = (this.lastWords + chunk.toString()).slice(-2000);
    this.options.onOutput(stream, chunk.toString(), this.callId);
  }

  private hear(report: Report): void {
    if (report.type === 'ready') this.markReady();
    else if (report.type === 'unloadable') this.failToLoad(report.error);
    else if (report.type === 'log') this.options.onOutput(report.stream, report.text, this.callId);
    else if (report.type === 'crashed') this.crash(report.error);
    else if (report.callId === this.callId) this.finish(outcomeOf(report));
  }

  private failToLoad(error: Failure): void {
    this.loadFailure = error;
    this.markReady();
  }

  /** A stray failure while the modules load is a failure to load. */
  private crash(error: Failure): void {
    if (this.loadedAfterMs === undefined) this.failToLoad(error);
    else {
      this.ended = true;
      this.finish({ ok: false, reason: 'crashed', error });
    }
  }

  private finish(outcome: CallOutcome): void {
    const settle = this.settle;
    this.settle = undefined;
    settle?.(outcome);
  }

  private end(code: number | null, signal: string | null): void {
    const how = /heap out of memory/.test(this.lastWords)
      ? `used more than its ${this.options.spec.memoryMb} MB of memory`
      : `exited (${signal ?? `code ${code}`})`;
    const error = { message: `instance of ${this.options.spec.name} ${how}` };
    if (this.loadedAfterMs === undefined) this.failToLoad(error);
    this.finish({ ok: false, reason: 'crashed', error });
    // After the pool has heard of a failed start and passed it to the call that waited for it.
    this.ready.then(() => this.options.onExit());
  }
}

function outcomeOf(report: Extract<Report, { type: 'done' | 'failed' }>): CallOutcome {
  if (report.type === 'done') return { ok: true, result: report.result };
  return { ok: false, reason: report.tooLarge ? 'too-large' : 'failed', error: report.error };
}
