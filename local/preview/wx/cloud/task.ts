import { type ApiResult, type ApiShape, asyncApi, type Callbacks } from '../api-call';

const DEFAULT_TIMEOUT_MS = 60_000;

interface Timed {
  /** Milliseconds. */
  timeout?: number;
}

const nothing = () => undefined;

/**
 * Like `asyncApi` for transfers: with callbacks the answer is the task that aborts it, without them a promise that
 * is the task as well. Progress is never reported: on one machine there is none to see.
 */
export function taskApi<O extends object>(
  api: string,
  run: (options: O, signal: AbortSignal) => Promise<object>,
  shape: ApiShape,
) {
  return (options: O & Callbacks & Timed) => {
    const controller = new AbortController();
    const timeout = AbortSignal.timeout(options?.timeout ?? DEFAULT_TIMEOUT_MS);
    const signal = AbortSignal.any([controller.signal, timeout]);
    const outcome: Promise<ApiResult> | undefined = asyncApi<O>(api, o => run(o, signal), shape)(options);
    const task = {
      abort: () => controller.abort(),
      onHeadersReceived: nothing,
      offHeadersReceived: nothing,
      onProgressUpdate: nothing,
      offProgressUpdate: nothing,
    };
    return outcome ? Object.assign(outcome, task) : task;
  };
}
