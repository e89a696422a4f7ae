import { eraseLogged } from './erasure';
import { eraseExpired, findExpired } from './store';

const BATCH = 200;

/** Erases what is past its 72 hours, in small batches until nothing is left or time is up. */
export async function purgeTrash(now: number, deadline: number): Promise<number> {
  let erased = 0;
  let found = BATCH;
  while (found === BATCH && Date.now() < deadline) {
    const rows = await findExpired(now, BATCH);
    erased += await eraseLogged(rows, 'purged', now, ids => eraseExpired(ids, now));
    found = rows.length;
  }
  return erased;
}
