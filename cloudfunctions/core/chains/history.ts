import type { ChainEvent } from '../../../typings/contract/chains';
import type { EntryHistory } from '../entries/store';
import type { LoggedEvent } from './document';

/** Where a page of a history ends: the instant of its last event, and how many of that instant were shown. */
export interface HistoryPlace {
  at: number;
  shown: number;
}

interface Told {
  /** Settles the order within one instant. */
  id: string;
  event: ChainEvent;
}

function toldByStaff({ at, by, what, subject, detail, _id }: LoggedEvent): Told {
  const given = Object.entries({ by, subject, detail }).filter(([, value]) => value !== undefined);
  return { id: _id, event: { at, what, ...Object.fromEntries(given) } };
}

const toldOfEntry = ({ at, what, name, subject, detail, entryId }: EntryHistory, index: number): Told => ({
  // Events of one entry at one instant keep the order in which they are read.
  id: `${entryId} ${String(index).padStart(5, '0')}`,
  event: {
    ...{ at, what, subject },
    ...(name !== undefined && { by: name }),
    ...(detail !== undefined && { detail }),
  },
});

const isLater = (one: Told, other: Told): number =>
  other.event.at - one.event.at || (one.id < other.id ? -1 : 1);

/**
 * A page of what the staff and the participants did, newest first, and where the next one begins. An event that is in the
 * chain's log and among the older ones already is told once.
 * @param log every source up to the place, newest first, at least `size` + `shown` + 1 of each where there are so many.
 */
export function historyPage(
  log: LoggedEvent[],
  entries: EntryHistory[],
  place: HistoryPlace | undefined,
  size: number,
): { items: ChainEvent[]; next?: HistoryPlace } {
  const upTo = place?.at ?? Number.POSITIVE_INFINITY;
  const different = new Map(log.map(event => [event._id, toldByStaff(event)]));
  const all = [...different.values(), ...entries.map(toldOfEntry)]
    .filter(({ event }) => event.at <= upTo)
    .sort(isLater);
  const from = place?.shown ?? 0;
  const items = all.slice(from, from + size).map(({ event }) => event);
  const last = items.at(-1);
  if (!last || all.length <= from + size) return { items };
  const shown = all.slice(0, from + size).filter(({ event }) => event.at === last.at).length;
  return { items, next: { at: last.at, shown } };
}
