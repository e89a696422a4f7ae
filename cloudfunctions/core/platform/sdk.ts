import tcb from '@cloudbase/node-sdk';

let app: ReturnType<typeof tcb.init> | undefined;

/** The SDK, initialised on first use and kept for the life of the instance. Credentials come with each call. */
export function connect(): ReturnType<typeof tcb.init> {
  // Shorter than the functions' own time-outs, so that an outage is answered and not killed. Milliseconds.
  app ??= tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: 15_000 });
  return app;
}

/** What the platform says of the current call: process environment overlaid with the call's context. */
export const platformContext = (context: unknown): Record<string, unknown> => ({
  ...tcb.getCloudbaseContext(isCallContext(context) ? context : undefined),
});

type CallContext = Parameters<typeof tcb.getCloudbaseContext>[0];

const isCallContext = (context: unknown): context is NonNullable<CallContext> =>
  typeof context === 'object' && context !== null && ('environment' in context || 'environ' in context);
