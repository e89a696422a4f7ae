import { openCase } from '../review/store';
import { isAlert, NETWORK_MS, recentAccounts } from './rules';
import { forgetAccounts, noteAccount } from './store';

/** So many old accounts of a busy network are forgotten at once. */
const FORGOTTEN = 50;

async function note(network: string, uid: string, now: number): Promise<void> {
  const seen = await noteAccount(network, uid, now);
  const recent = recentAccounts(seen, now);
  if (isAlert(recent)) {
    const uids = recent.map(account => account.uid);
    // A case for each stretch of time: what was seen in the morning is not overwritten by the evening.
    const key = `${network} ${Math.floor(now / NETWORK_MS)}`;
    await openCase({ reason: 'same-network', key, uids, evidence: { accounts: recent } }, now);
  }
  const old = seen.filter(({ at }) => at <= now - NETWORK_MS);
  if (old.length >= FORGOTTEN) await forgetAccounts(network, old.slice(0, FORGOTTEN));
}

/** Notes a committed batch. It is about an alert, so its own failure is logged and fails nothing. */
export const noteCommit = (network: string, uid: string, now: number): Promise<void> =>
  note(network, uid, now).catch((error: unknown) => console.warn('network not noted', error));
