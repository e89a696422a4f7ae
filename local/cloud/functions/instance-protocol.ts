/** What the cloud tells an instance (local/cloud/functions/runner/main.cjs). */
export type Order =
  | { type: 'clock'; offsetMs: number }
  | {
      type: 'call';
      callId: string;
      /** JSON text of the event. */
      event: string;
      /** Everything of the call's `context` that is data. */
      context: Record<string, unknown>;
      /** Process environment of this call only. */
      environment: Record<string, string>;
      timeoutMs: number;
    };

export interface Failure {
  message: string;
  stack?: string;
}

/** What an instance tells the cloud. */
export type Report =
  | { type: 'ready' }
  | { type: 'unloadable'; error: Failure }
  | { type: 'log'; stream: 'stdout' | 'stderr'; text: string }
  | { type: 'crashed'; error: Failure }
  | { type: 'done'; callId: string; result: string; memoryBytes: number }
  | { type: 'failed'; callId: string; error: Failure; tooLarge?: boolean; memoryBytes: number };

/** How one call ended. `result` is JSON text. */
export type CallOutcome =
  | { ok: true; result: string }
  | { ok: false; reason: 'failed' | 'crashed' | 'timeout' | 'too-large' | 'unloadable'; error: Failure };
