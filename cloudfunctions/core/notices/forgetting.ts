import { forgetReminders } from '../limits/store';
import { forgetRosters } from '../rosters/store';
import { forgetCards } from '../sharing/store';
import { removeReminders } from './store';

/**
 * Everything kept beside the documents of these chains, which are erased. Idempotent; false when the storage did not delete
 * all of it: then it is to be called again.
 */
export async function forgetChains(chainIds: string[]): Promise<boolean> {
  await forgetRosters(chainIds);
  await removeReminders(chainIds);
  await forgetReminders(chainIds);
  return forgetCards(chainIds);
}
