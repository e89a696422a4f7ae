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
  if (!logs) return;
  try {
    const operation = logs(data as never, event.input as never);
    const call = JSON.stringify([event.action, event.input]);
    if (operation) await writeLine(uid, operation, call, now);
  } catch (error) {
    console.warn('an operation was not logged', error);
  }
}
