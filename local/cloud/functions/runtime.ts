import { randomUUID } from 'node:crypto';
import type { CloudClock } from '../clock';
import { type Caller, callContext, callEnvironment, instanceEnvironment } from './caller';
import type { FunctionCatalog, FunctionSpec } from './catalog';
import { Instance, type InstanceOptions } from './instance';
import type { CallOutcome } from './instance-protocol';
import type { Logs } from './logs';
import { Pool } from './pool';

/** An event above this never reaches the function. Bytes (CloudBase, synchronous calls). */
const EVENT_LIMIT = 6 * 1024 * 1024;

export type FunctionErrorCode =
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_RESULT_TOO_LARGE'
  | 'INVALID_PARAM';

/** `result` is JSON text as the function gave it. */
export type InvokeReply =
  | { requestId: string; ok: true; result: string }
  | { requestId: string; ok: false; code: FunctionErrorCode; message: string };

export interface RunningCall {
  callId: string;
  spec: FunctionSpec;
  caller: Caller;
  instance: Instance;
}

const CODES: Record<Extract<CallOutcome, { ok: false }>['reason'], FunctionErrorCode> = {
  failed: 'FUNCTIONS_EXECUTE_FAIL',
  crashed: 'FUNCTIONS_EXECUTE_FAIL',
  unloadable: 'FUNCTIONS_EXECUTE_FAIL',
  timeout: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
  'too-large': 'FUNCTIONS_RESULT_TOO_LARGE',
};

export interface RuntimeOptions {
  catalog: FunctionCatalog;
  clock: CloudClock;
  logs: Logs;
  nodePath: string;
  idleMs: number;
  /** The cloud's own address, known once it listens. */
  url(): string;
}

/** Calls functions by name. */
export class FunctionsRuntime {
  private readonly pools = new Map<string, Pool>();
  private readonly running = new Map<string, RunningCall>();

  constructor(private readonly options: RuntimeOptions) {
    options.clock.onMove(offsetMs => {
      for (const instance of this.instances()) instance.tellClock(offsetMs);
    });
  }

  /** `event` is JSON text. Expected failures are replies; it does not throw for what a function does. */
  async invoke(name: string, event: string, caller: Caller): Promise<InvokeReply> {
    const callId = randomUUID();
    const spec = this.options.catalog.find(name);
    if (!spec) return this.refuse(callId, 'FUNCTION_NOT_FOUND', `function ${name} could not be found`);
    if (Buffer.byteLength(event) > EVENT_LIMIT)
      return this.refuse(callId, 'INVALID_PARAM', `event is larger than ${EVENT_LIMIT} bytes`);
    const environment = callEnvironment(caller, callId);
    const order = {
      type: 'call' as const,
      callId,
      event,
      environment,
      context: callContext(spec, callId, { ...spec.environment, ...environment }),
      timeoutMs: spec.timeoutMs,
    };
    let startedAt = 0;
    const outcome = await this.poolOf(spec).run(order, instance => {
      startedAt = performance.now();
      this.running.set(callId, { callId, spec, caller, instance });
      this.note(spec, callId, startLine(instance, caller));
    });
    this.running.delete(callId);
    this.note(spec, callId, endLine(outcome, performance.now() - startedAt));
    if (outcome.ok) return { requestId: callId, ok: true, result: outcome.result };
    return this.refuse(callId, CODES[outcome.reason], outcome.error.message);
  }

  /** The call a request to the cloud was made from, by the ids the SDK sends along. */
  callOf(search: URLSearchParams): RunningCall | undefined {
    const seqId = search.get('seqId') ?? '';
    return this.running.get(seqId.slice(0, 36)) ?? this.running.get(search.get('scfRequestId') ?? '');
  }

  instances(): Instance[] {
    return [...this.pools.values()].flatMap(pool => [...pool.instances]);
  }

  state(): Array<{ name: string; instances: number; busy: number; queued: number }> {
    return this.options.catalog.list().map(({ name }) => {
      const pool = this.pools.get(name);
      const instances = [...(pool?.instances ?? [])];
      const busy = instances.filter(instance => instance.busy).length;
      return { name, instances: instances.length, busy, queued: pool?.queued ?? 0 };
    });
  }

  /** Kills one instance, chosen by a number 0–1, in the middle of what it does; none that is still starting. */
  killOne(choice: number): void {
    const instances = this.instances().filter(instance => instance.loadedAfterMs !== undefined);
    instances[Math.floor(choice * instances.length)]?.kill();
  }

  /** Ends every instance; calls after it are cold starts. */
  async endInstances(): Promise<void> {
    await Promise.all([...this.pools.values()].map(pool => pool.endAll()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.pools.values()].map(pool => pool.stop()));
  }

  private refuse(requestId: string, code: FunctionErrorCode, message: string): InvokeReply {
    return { requestId, ok: false, code, message };
  }

  private poolOf(spec: FunctionSpec): Pool {
    let pool = this.pools.get(spec.name);
    if (!pool) {
      pool = new Pool(spec, {
        idleMs: this.options.idleMs,
        startInstance: (current, events) => this.startInstance(current, events),
      });
      this.pools.set(spec.name, pool);
    }
    pool.use(spec);
    return pool;
  }

  private startInstance(spec: FunctionSpec, events: Pick<InstanceOptions, 'onExit'>): Instance {
    const { clock, nodePath, url } = this.options;
    return new Instance({
      ...events,
      spec,
      environment: instanceEnvironment(url(), nodePath, spec.environment),
      clockOffsetMs: clock.offsetMs(),
      onOutput: (stream, text, callId) =>
        this.write(spec, callId, stream === 'stdout' ? 'info' : 'error', text),
    });
  }

  private note(spec: FunctionSpec, callId: string, message: string): void {
    this.write(spec, callId, 'platform', message);
  }

  private write(
    spec: FunctionSpec,
    callId: string | undefined,
    level: 'info' | 'error' | 'platform',
    text: string,
  ): void {
    const { clock, logs } = this.options;
    const entry = { at: clock.now(), functionName: spec.name, level, ...(callId && { requestId: callId }) };
    for (const message of text.replace(/\n$/, '').split('\n')) logs.add({ ...entry, message });
  }
}

function startLine(instance: Instance, caller: Caller): string {
  const start = instance.cold ? `cold, loaded in ${Math.round(instance.loadedAfterMs ?? 0)} ms` : 'warm';
  return `START ${start}, instance ${instance.pid}, from ${caller.chain ?? caller.source}`;
}

function endLine(outcome: CallOutcome, durationMs: number): string {
  const duration = `${Math.round(durationMs)} ms`;
  if (outcome.ok) return `END ok, ${duration}`;
  return `END ${outcome.reason}, ${duration}: ${outcome.error.stack ?? outcome.error.message}`;
}
