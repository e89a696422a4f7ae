import type { Reply } from '../typings/contract/api';
import type { LocalCloud } from './cloud';

export type Invoke = LocalCloud['invoke'];

/** Calls a function as a phone would. @throws when the call fails or is refused. */
export async function callFunction<T>(
  invoke: Invoke,
  openid: string,
  action: string,
  input: unknown,
): Promise<T> {
  const answer = await invoke(action.startsWith('chains.') ? 'chains' : 'api', { action, input }, openid);
  if (!('result' in answer)) throw new Error(`${action}: ${answer.errMsg}`);
  const reply = answer.result as Reply<T>;
  if (!reply.ok) throw new Error(`${action} was refused: ${JSON.stringify(reply.error)}`);
  return reply.data;
}
