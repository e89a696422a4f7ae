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

/** Every call of pages and of components, TDesign's included; tests empty it by `length = 0`. */
export const setDataCalls: SetDataCall[] = [];

const encoder = new TextEncoder();

export function recordSetData(data: unknown, caller: string): void {
  let bytes = 0;
  try {
    bytes = encoder.encode(JSON.stringify(data) ?? '').length;
  } catch {
    // Circular data cannot cross WeChat's threads at all; the framework reports it, the size stays 0.
  }
  if (setDataCalls.length >= KEPT) setDataCalls.splice(0, KEPT / 2);
  setDataCalls.push({ bytes, at: performance.now(), page: caller });
}
