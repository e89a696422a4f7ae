import { shortHash } from '../platform/crypto';
import type { ErasureLog, TrashedRow } from './store';
import { correctLog, writeLog } from './store';

/** Erases ids and says how many there were. */
type Erase = (ids: string[]) => Promise<number>;

const groupsOf = (rows: TrashedRow[]): TrashedRow[][] => {
  const groups = new Map<string, TrashedRow[]>();
  for (const row of rows) {
    const key = `${row.owner} ${row.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
};

/**
 * Erases rows, a log line for each owner and kind. The line comes first and is corrected when fewer were
 * left to erase; after a crash between the two, the next run meets its own line and goes on.
 */
export async function eraseLogged(
  rows: TrashedRow[],
  what: ErasureLog['what'],
  now: number,
  erase: Erase,
): Promise<number> {
  let erased = 0;
  for (const group of groupsOf(rows)) {
    const [first] = group;
    if (!first) continue;
    const ids = group.map(row => row._id);
    const { owner, kind } = first;
    const logId = shortHash(what, ...group.map(row => `${row._id}@${row.purgeAt}`));
    await writeLog({ _id: logId, owner, what, kind, count: ids.length, at: now });
    const count = await erase(ids);
    if (count !== ids.length) await correctLog(logId, count);
    erased += count;
  }
  return erased;
}
