import { resumeBatches } from '../core/batches/resume';
import { serveTimer } from '../core/gateway/timer';

/** Works at most this long; what is left is for the next run. Below the time-out in config.json. */
const RUN_MS = 30_000;

export const main = serveTimer(async now => ({ resumed: await resumeBatches(now, now + RUN_MS) }));
