import type { CloudClock } from '../clock';
import type { FunctionCatalog, TimerTrigger } from '../functions/catalog';
import type { FunctionsRuntime, InvokeReply } from '../functions/runtime';
import { type Cron, parseCron } from './cron';

/** Rebuilt functions may bring other timers: nothing waits longer before it looks again, real ms. */
const LOOK_AGAIN_MS = 60_000;

interface ArmedTimer {
  functionName: string;
  trigger: TimerTrigger;
  cron: Cron;
}

export interface Timers {
  /** Runs what fell due since it last looked: each trigger once, in the order of its last due instant. */
  runDue(): Promise<void>;
  /** Runs a function's timer now. Throws RangeError when it has none. */
  run(functionName: string): Promise<InvokeReply>;
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
      .flatMap(({ name, timer }) =>
        timer ? [{ functionName: name, trigger: timer, cron: cronOf(timer.cron) }] : [],
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

  function wakeIn(ms: number): void {
    clearTimeout(waiting);
    if (stopped) return;
    waiting = setTimeout(() => {
      runDue()
        .then(arm)
        .catch(problem => {
          report(problem);
          wakeIn(LOOK_AGAIN_MS);
        });
    }, ms);
    waiting.unref();
  }

  function arm(): void {
    const nexts = armed().map(timer => timer.cron.next(checkedUntil) ?? Number.POSITIVE_INFINITY);
    wakeIn(Math.min(LOOK_AGAIN_MS, Math.max(0, Math.min(...nexts) - clock.now())));
  }

  return {
    runDue,
    arm,
    run: async functionName => {
      const timer = armed().find(candidate => candidate.functionName === functionName);
      if (!timer) throw new RangeError(`function ${functionName} has no timer`);
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
