import { resumeBatches } from '../core/batches/resume';
import { type Duty, fulfil } from '../core/gateway/duties';
import { serveTimer } from '../core/gateway/timer';
import { describeDue } from '../core/links/catching-up';
import { decideDue, settleDue } from '../core/notices/deciding';
import { remindDue } from '../core/notices/reminding';
import { tellDue } from '../core/notices/telling';
import { refreshCards } from '../core/sharing/refreshing';

/** Together below the time-out in config.json. First what people wait for; what settles comes before what tells of it. */
const DUTIES: Duty[] = [
  { name: 'settled', ms: 7000, run: settleDue },
  { name: 'decided', ms: 4000, run: decideDue },
  { name: 'told', ms: 8000, run: tellDue },
  { name: 'reminded', ms: 8000, run: remindDue },
  { name: 'resumed', ms: 14_000, run: resumeBatches },
  { name: 'cards', ms: 4000, run: refreshCards },
  { name: 'described', ms: 9000, run: describeDue },
];

export const main = serveTimer(now => fulfil(DUTIES, now));
