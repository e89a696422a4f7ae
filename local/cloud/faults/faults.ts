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
const RATES = ['errorRate', 'lostReplyRate', 'killInstanceRate'] as const;
const DURATIONS = ['latencyMs', 'latencyJitterMs', 'killEveryMs'] as const;
const KNOWN: readonly string[] = [...RATES, ...DURATIONS, 'action', 'seed'];

/** mulberry32: small, fast, and the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function check(settings: FaultSettings): void {
  const unknown = Object.keys(settings).find(key => !KNOWN.includes(key));
  if (unknown) throw new RangeError(`unknown fault ${unknown}; known: ${KNOWN.join(', ')}`);
  for (const key of RATES) {
    const rate = settings[key] ?? 0;
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`${key} must be 0 to 1`);
  }
  for (const key of DURATIONS)
    if (!((settings[key] ?? 0) >= 0)) throw new RangeError(`${key} must be 0 or more ms`);
}

export interface Faults {
  /** Replaces all settings; `{}` turns everything off. Throws RangeError on what it does not know. */
  set(settings: FaultSettings): void;
  settings(): FaultSettings;
  /** Decides about one request, in the order they arrive. */
  plan(action: string): FaultPlan;
  stop(): void;
}

/** `killOne` gets a number 0–1 to choose the instance by. */
export function createFaults(killOne: (choice: number) => void): Faults {
  let current: FaultSettings = {};
  let pattern: RegExp | undefined;
  let random = seededRandom(1);
  let killer: NodeJS.Timeout | undefined;
  let active = false;

  const matches = (action: string): boolean => (pattern ? pattern.test(action) : action !== CLIENT_CALL);
  const happens = (rate = 0): boolean => rate > 0 && random() < rate;

  return {
    set: settings => {
      check(settings);
      pattern = settings.action === undefined ? undefined : new RegExp(settings.action);
      current = { ...settings };
      random = seededRandom(settings.seed ?? 1);
      active = Object.keys(settings).some(key => key !== 'seed' && key !== 'action');
      clearInterval(killer);
      if (settings.killEveryMs) killer = setInterval(() => killOne(random()), settings.killEveryMs);
      killer?.unref();
    },
    settings: () => current,
    plan: action => {
      if (!active || !matches(action)) return NOTHING;
      const { latencyMs = 0, latencyJitterMs = 0 } = current;
      return {
        delayMs: latencyMs + (latencyJitterMs > 0 ? random() * latencyJitterMs : 0),
        fail: happens(current.errorRate),
        loseReply: happens(current.lostReplyRate),
        killInstance: happens(current.killInstanceRate),
      };
    },
    stop: () => clearInterval(killer),
  };
}
