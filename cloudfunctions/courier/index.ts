import { resumeBatches } from '../core/batches/resume';
import { serveTimer } from '../core/gateway/timer';
import { describeDue } from '../core/links/catching-up';

/** Each works at most this long; what is left is for the next run. Together below the time-out in config.json. */
const BATCHES_MS = 30_000;
const LINKS_MS = 20_000;

export const main = serveTimer(async now => {
  const resumed = await resumeBatches(now, Date.now() + BATCHES_MS);
  const described = await describeDue(now, Date.now() + LINKS_MS);
  return { resumed, described };
});
