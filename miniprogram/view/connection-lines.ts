import { offline } from '../copy/offline';
import { dayTimeText } from './time';

interface Known {
  online: boolean;
  reached: boolean;
  waiting: number;
}

/** 14:02 of today, 昨天 14:02. */
const whenText = (at: number, now: number): string => dayTimeText(at, now).replace(/^今天 /, '');

function freshness({ online, reached }: Known, keptAt: number, now: number): string | undefined {
  if (keptAt > 0) {
    const when = whenText(keptAt, now);
    return online ? offline.keptUnreached(when) : offline.keptOffline(when);
  }
  if (!online) return offline.noNetwork;
  return reached ? undefined : offline.unreached;
}

/** What is said above a page about its age and about what waits; `keptAt` 0: it is as new as can be. */
export function connectionLines(known: Known, keptAt: number, now: number): string[] {
  const waiting = known.waiting > 0 ? offline.waiting(known.waiting) : undefined;
  return [freshness(known, keptAt, now), waiting].filter(line => line !== undefined);
}
