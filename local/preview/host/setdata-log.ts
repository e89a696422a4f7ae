import { PersonTime } from './person-time';

/** One setData call as tests measure it; `bytes` is the UTF-8 size of the data as JSON. */
export interface SetDataCall {
  bytes: number;
  /** `performance.now()` of the phone, ms. */
  at: number;
  /** Path of the page or component that called. */
  page: string;
}

/** Oldest are forgotten: a preview that stays open for days must not fill the memory. */
const KEPT = 5_000;
/** What a page may send at once, and how often in a second of a person's time (decision 0136). */
export const CALL_MAX_BYTES = 64 * 1024;
export const CALLS_A_SECOND = 20;
const SECOND_MS = 1_000;

/** Every call of pages and of components, TDesign's included; tests empty it by `length = 0`. */
export const setDataCalls: SetDataCall[] = [];

/** The instants of a page's last calls, and what was said about it. */
interface Record {
  instants: number[];
  inBurst: boolean;
  said: boolean;
}

const records = new WeakMap<object, Record>();
const encoder = new TextEncoder();
const time = new PersonTime();

function sizeOf(data: unknown): number {
  try {
    return encoder.encode(JSON.stringify(data) ?? '').length;
  } catch {
    // Circular data cannot cross WeChat's threads at all; the framework reports it, the size stays 0.
    return 0;
  }
}

function recordOf(page: object): Record {
  const known = records.get(page);
  if (known) return known;
  const record = { instants: [], inBurst: false, said: false };
  records.set(page, record);
  return record;
}

/** Components of a package send much while they are built: what they send in one task counts once. */
function isCounted(record: Record, caller: string): boolean {
  if (!caller.startsWith('miniprogram_npm/')) return true;
  if (record.inBurst) return false;
  record.inBurst = true;
  setTimeout(() => {
    record.inBurst = false;
  });
  return true;
}

function watchRate(page: object, caller: string): void {
  const record = recordOf(page);
  if (!isCounted(record, caller)) return;
  const now = time.now();
  record.instants = [...record.instants.filter(at => at > now - SECOND_MS), now];
  if (record.instants.length <= CALLS_A_SECOND || record.said) return;
  record.said = true;
  console.error(`setData: ${record.instants.length} calls in a second, the last by ${caller}`);
}

/** Keeps a call for tests, and says aloud when it breaks a limit. `page`: the one it is made on. */
export function recordSetData(data: unknown, caller: string, page: object | undefined): void {
  const bytes = sizeOf(data);
  if (setDataCalls.length >= KEPT) setDataCalls.splice(0, KEPT / 2);
  setDataCalls.push({ bytes, at: performance.now(), page: caller });
  if (bytes > CALL_MAX_BYTES) console.error(`setData: ${bytes} bytes in one call by ${caller}`);
  if (page) watchRate(page, caller);
}
