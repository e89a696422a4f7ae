import type { ChainEvent } from '../../../typings/contract/chains';
import type { Chip } from '../../view/item-query';
import { dayTimeText } from '../../view/time';
import { history as copy, eventNames } from '../copy/history';

export const historyChips = (round: string, series: string, chosen: string): Chip[] => [
  { id: round, text: copy.ofRound, on: chosen === round },
  { id: series, text: copy.ofSeries, on: chosen === series },
];

export interface EventRow {
  id: string;
  text: string;
  detail: string;
  when: string;
}

const OWN: readonly ChainEvent['what'][] = [
  ...(['joined', 'waiting', 'asking', 'entry-edited', 'left', 'confirmed', 'claimed'] as const),
];

/** A person's own act needs no name twice. */
export function eventRow(event: ChainEvent, at: number, now: number): EventRow {
  const { subject = '', what, detail = '' } = event;
  // What only a person can do was done by the one it is about.
  const by = event.by ?? (OWN.includes(what) && subject !== '' ? subject : copy.system);
  return {
    id: String(at),
    text: copy.sentence(by, eventNames[what], subject === by ? '' : subject),
    detail,
    when: dayTimeText(event.at, now),
  };
}
