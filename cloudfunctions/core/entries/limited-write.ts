import { type Outcome, refuseOver } from '../gateway/refusal';
import { takeWrite } from '../limits/store';

/**
 * Does something that counts as one write to a chain (30 a minute), in one request more. What is refused is given back; that it
 * could not be is no reason to say anything but why it was refused.
 */
export async function asLimitedWrite<T>(
  { uid, now }: { uid: string; now: number },
  write: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const taken = await takeWrite(uid, now);
  if (!taken.ok) return refuseOver(taken.quota, '操作太快了，请过一会儿再试');
  const outcome = await write();
  if (outcome.ok) return { ...outcome, quota: taken.quota };
  await taken.giveBack().catch(error => console.warn('a write was not given back', error));
  return outcome;
}
