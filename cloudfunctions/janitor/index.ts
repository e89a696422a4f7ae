import { dropOldBatches } from '../core/batches/store';
import { serveTimer } from '../core/gateway/timer';
import { dropOldImports } from '../core/imports/store';
import { purgeTrash } from '../core/trash/purge';

/** Works at most this long; what is left is for the next run. Below the time-out in config.json. */
const RUN_MS = 30_000;

export const main = serveTimer(async now => {
  const erased = await purgeTrash(now, now + RUN_MS);
  const batches = await dropOldBatches(now);
  const imports = await dropOldImports(now);
  return { erased, batches, imports };
});
