import type { Action } from '../../../typings/contract/api';
import type { ActionEntry, CallFacts } from '../gateway/action';
import { writeLine } from './store';

/** Keeps what a call did, when its action says so. The call has succeeded: a line that cannot be written does not change that. */
export async function logCall(
  { logs }: Pick<ActionEntry<Action>, 'logs'>,
  event: { action: unknown; input: unknown },
  data: unknown,
  { uid, now }: Pick<CallFacts, 'uid' | 'now'>,
): Promise<void> {
  const operation = logs?.(data as never, event.input as never);
  if (!operation) return;
  await writeLine(uid, operation, JSON.stringify([event.action, event.input]), now).catch(error =>
    console.warn('an operation was not logged', error),
  );
}
