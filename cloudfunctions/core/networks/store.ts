import * as v from 'valibot';
import { collection } from '../platform/database';
import type { Account } from './rules';
import { NETWORK_MS } from './rules';

const networks = collection('networks');

const networkDocument = v.object({ accounts: v.record(v.string(), v.number()) });

/** A network is removed when nobody was seen there for as long as an alert looks back. */
const expiry = (now: number): number => now + NETWORK_MS;

/**
 * Notes that an account was seen on a network (its keyed hash) and gives all that were seen there, each when last.
 * One request, two on the first use.
 */
export async function noteAccount(network: string, uid: string, now: number): Promise<Account[]> {
  const set = { [`accounts.${uid}`]: now, expiresAt: expiry(now) };
  const after = await networks.updateOne({ _id: network }, { $set: set });
  if (after === undefined) {
    const document = { _id: network, accounts: { [uid]: now }, expiresAt: expiry(now) };
    // Two first uses at once: the second finds the document there.
    return (await networks.insert(document)) ? [{ uid, at: now }] : noteAccount(network, uid, now);
  }
  const { accounts } = v.parse(networkDocument, after);
  return Object.entries(accounts).map(([id, at]) => ({ uid: id, at }));
}

/** Forgets accounts of a busy network, if none of them was seen again meanwhile. */
export const forgetAccounts = (network: string, accounts: Account[]): Promise<number> =>
  networks.update(
    { _id: network, ...Object.fromEntries(accounts.map(({ uid, at }) => [`accounts.${uid}`, at])) },
    { $unset: Object.fromEntries(accounts.map(({ uid }) => [`accounts.${uid}`, ''])) },
  );

/** Drops networks where nobody was seen lately; gives their number. */
export const dropOldNetworks = (now: number): Promise<number> =>
  networks.remove({ expiresAt: { $lte: now } });
