import { resumeBatches } from '../core/batches/resume';
import { type Duty, fulfil } from '../core/gateway/duties';
import { serveTimer } from '../core/gateway/timer';
import { describeDue } from '../core/links/catching-up';

/** Together below the time-out in config.json. */
const DUTIES: Duty[] = [
  { name: 'resumed', ms: 30_000, run: resumeBatches },
  { name: 'described', ms: 20_000, run: describeDue },
];

export const main = serveTimer(now => fulfil(DUTIES, now));
