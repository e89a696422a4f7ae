import type { CloudClock } from '../clock';
import type { FunctionCatalog, TimerTrigger } from '../functions/catalog';
import type { FunctionsRuntime, InvokeReply } from '../functions/runtime';
import { type Cron, parseCron } from './cron';

/** Longest wait node's timers can do, ms. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

interface ArmedTimer {
  functionName: string;
  trigger: TimerTrigger;
  cron: Cron;
}

export interface Timers {
  /** Runs what fell due since it last looked: each trigger once, in the order of its last due instant. */
  runDue(): Promise<void>;
  /** Runs a function's timer now, by its first trigger if none is named. Throws when it has none. */
  run(functionName: string, triggerName?: string): Promise<InvokeReply>;
  list(): Array<{ functionName: string; name: string; cron: string; nextAt?: number }>;
  /** Waits for the next due trigger in local time; to be called again after the clock moved. */
  arm(): void;
  /** Forgets what is due up to now: the clock was set back. */
  skipDue(): void;
  stop(): void;
}

export interface TimersOptions {
  catalog: FunctionCatalog;
  clock: CloudClock;
  runtime: Pick<FunctionsRuntime, 'invoke'>;
  /** Told what cannot be thrown to anybody: a rebuilt function with a timer that is wrong. */
  report(problem: unknown): void;
}

/** Timer triggers of all functions, driven by the local clock (docs/decisions/0020). */
export function createTimers({ catalog, clock, runtime, report }: TimersOptions): Timers {
  const parsed = new Map<string, Cron>();
  let waiting: NodeJS.Timeout | undefined;
  let checkedUntil = clock.now();
  let stopped = false;

  function cronOf(expression: string): Cron {
    const cron = parsed.get(expression) ?? parseCron(expression);
    parsed.set(expression, cron);
    return cron;
  }

  const armed = (): ArmedTimer[] =>
    catalog
      .list()
      .flatMap(({ name, triggers }) =>
        triggers.map(trigger => ({ functionName: name, trigger, cron: cronOf(trigger.cron) })),
      );

  function fireAt(timer: ArmedTimer, atMs: number): Promise<InvokeReply> {
    const Time = new Date(atMs).toISOString().replace(/\.\d{3}Z$/, 'Z');
    const event = { Type: 'Timer', TriggerName: timer.trigger.name, Time, Message: '' };
    return runtime.invoke(timer.functionName, JSON.stringify(event), { source: 'timer' });
  }

  async function runDue(): Promise<void> {
    const fromMs = checkedUntil;
    const toMs = clock.now();
    checkedUntil = toMs;
    const due = armed()
      .map(timer => ({ timer, at: timer.cron.last(toMs) ?? 0 }))
      .filter(({ at }) => at > fromMs)
      .sort((a, b) => a.at - b.at);
    for (const { timer, at } of due) await fireAt(timer, at);
  }

  function arm(): void {
    clearTimeout(waiting);
    if (stopped) return;
    const nexts = armed().map(timer => timer.cron.next(checkedUntil) ?? Number.POSITIVE_INFINITY);
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(0, Math.min(...nexts) - clock.now()));
    waiting = setTimeout(() => {
      runDue().then(arm).catch(report);
    }, wait);
    waiting.unref();
  }

  return {
    runDue,
    arm,
    run: async (functionName, triggerName) => {
      const timers = armed().filter(timer => timer.functionName === functionName);
      const timer = timers.find(({ trigger }) => triggerName === undefined || trigger.name === triggerName);
      if (!timer) throw new Error(`function ${functionName} has no timer ${triggerName ?? ''}`.trim());
      return fireAt(timer, clock.now());
    },
    list: () =>
      armed().map(({ functionName, trigger, cron }) => {
        const nextAt = cron.next(clock.now());
        return { functionName, ...trigger, ...(nextAt !== undefined && { nextAt }) };
      }),
    skipDue: () => {
      checkedUntil = clock.now();
    },
    stop: () => {
      stopped = true;
      clearTimeout(waiting);
    },
  };
}
