/** Distinct accounts that batch-cancel from one address within this long. */
export const NETWORK_MS = 10 * 60_000;
/** More of them than this are an alert; nobody is refused. */
export const ACCOUNTS_MAX = 3;

export interface Account {
  uid: string;
  at: number;
}

/** The accounts of the last 10 minutes, in order of time. */
export const recentAccounts = (accounts: Account[], now: number): Account[] =>
  accounts.filter(({ at }) => at > now - NETWORK_MS && at <= now).sort((a, b) => a.at - b.at);

export const isAlert = (recent: Account[]): boolean => recent.length > ACCOUNTS_MAX;
