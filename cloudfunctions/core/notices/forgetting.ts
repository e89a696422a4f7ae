import { forgetReminders } from '../limits/store';
import { forgetRosters } from '../rosters/store';
import { forgetCards } from '../sharing/store';
import { removeReminders } from './store';

/** Everything kept beside the documents of these chains, which are erased. Idempotent. */
export async function forgetChains(chainIds: string[]): Promise<void> {
  if (chainIds.length === 0) return;
  await forgetRosters(chainIds);
  await removeReminders(chainIds);
  await forgetReminders(chainIds);
  await forgetCards(chainIds);
}
