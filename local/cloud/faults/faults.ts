import { setTimeout as wait } from 'node:timers/promises';

/** What goes wrong on purpose. Rates are 0–1 of the matching requests; absent means off. */
export interface FaultSettings {
  /** Added before a request is handled, ms. */
  latencyMs?: number;
  /** Up to this much more, evenly spread, ms. */
  latencyJitterMs?: number;
  /** The request is refused and nothing happens. */
  errorRate?: number;
  /** The request takes effect; the connection drops before the reply. */
  lostReplyRate?: number;
  /** The request takes effect; the instance that sent it is killed before the reply. */
  killInstanceRate?: number;
  /** Kills one instance, chosen by the seed, every so many real ms. */
  killEveryMs?: number;
  /** Regular expression on the SDK action, such as `^database\.modify`; `client.invoke` only when it is named. */
  action?: string;
  /** Same seed, same order of requests: same faults. 1 when absent. */
  seed?: number;
  /** This many matching requests pass before the faults begin. */
  skip?: number;
  /** At most so many requests fail, lose their reply or their instance; no limit when absent. */
  times?: number;
}

export interface FaultPlan {
  delayMs: number;
  fail: boolean;
  loseReply: boolean;
  killInstance: boolean;
}

/** The client's own call into a function is spared unless `action` names it. */
export const CLIENT_CALL = 'client.invoke';

const NOTHING: FaultPlan = { delayMs: 0, fail: false, loseReply: false, killInstance: false };
/** The largest value of each; 0 is the smallest. */
const LIMITS: Record<string, number> = {
  errorRate: 1,
  lostReplyRate: 1,
  killInstanceRate: 1,
  latencyMs: Number.MAX_VALUE,
  latencyJitterMs: Number.MAX_VALUE,
  killEveryMs: Number.MAX_VALUE,
  skip: Number.MAX_VALUE,
  times: Number.MAX_VALUE,
  seed: Number.MAX_VALUE,
};

/** mulberry32: small, fast, and the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function checkNumber(name: string, value: unknown): void {
  const limit = LIMITS[name];
  if (limit === undefined)
    throw new RangeError(`unknown fault ${name}; known: ${Object.keys(LIMITS).join(', ')}, action`);
  if (typeof value !== 'number' || !(value >= 0 && value <= limit))
    throw new RangeError(`${name} must be a number from 0${limit === 1 ? ' to 1' : ''}`);
}

export interface Faults {
  /** Replaces all settings; `{}` turns everything off. Throws RangeError on what it does not know. */
  set(settings: FaultSettings): void;
  settings(): FaultSettings;
  /** Decides about one request, in the order they arrive. */
  plan(action: string): FaultPlan;
  /** Waits a plan's delay out, or until the settings change. */
  delay(plan: FaultPlan): Promise<void>;
  stop(): void;
}

/** `killOne` gets a number 0–1 to choose the instance by. */
export function createFaults(killOne: (choice: number) => void): Faults {
  let current: FaultSettings = {};
  let pattern: RegExp | undefined;
  let random = seededRandom(1);
  let killer: NodeJS.Timeout | undefined;
  let delays = new AbortController();
  let seen = 0;
  let struck = 0;

  const matches = (action: string): boolean => (pattern ? pattern.test(action) : action !== CLIENT_CALL);
  const happens = (rate = 0): boolean => rate > 0 && random() < rate;

  function strike(): Omit<FaultPlan, 'delayMs'> {
    if (struck >= (current.times ?? Number.POSITIVE_INFINITY)) return NOTHING;
    const fail = happens(current.errorRate);
    const loseReply = happens(current.lostReplyRate);
    const killInstance = happens(current.killInstanceRate);
    if (fail || loseReply || killInstance) struck += 1;
    return { fail, loseReply, killInstance };
  }

  function stop(): void {
    clearInterval(killer);
    delays.abort();
  }

  return {
    set: settings => {
      const { action, ...numbers } = settings;
      for (const [name, value] of Object.entries(numbers)) checkNumber(name, value);
      pattern = action === undefined ? undefined : new RegExp(action);
      stop();
      current = { ...settings };
      random = seededRandom(settings.seed ?? 1);
      delays = new AbortController();
      [seen, struck] = [0, 0];
      if (settings.killEveryMs) killer = setInterval(() => killOne(random()), settings.killEveryMs);
      killer?.unref();
    },
    settings: () => current,
    plan: action => {
      if (!matches(action)) return NOTHING;
      seen += 1;
      if (seen <= (current.skip ?? 0)) return NOTHING;
      const { latencyMs = 0, latencyJitterMs = 0 } = current;
      const jitterMs = latencyJitterMs > 0 ? random() * latencyJitterMs : 0;
      return { ...strike(), delayMs: latencyMs + jitterMs };
    },
    delay: async ({ delayMs }) => {
      if (delayMs === 0) return;
      // Whatever ends the wait early, the request goes on.
      await wait(delayMs, undefined, { ref: false, signal: delays.signal }).catch(() => undefined);
    },
    stop,
  };
}
