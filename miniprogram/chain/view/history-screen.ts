import type { ChainEvent } from '../../../typings/contract/chains';
import { dayTimeText } from '../../view/time';
import { history as copy, eventNames } from '../copy/history';

export interface EventRow {
  id: string;
  text: string;
  detail: string;
  when: string;
}

/** A person's own act needs no name twice. */
export function eventRow(event: ChainEvent, at: number, now: number): EventRow {
  const { by = copy.system, subject = '', what, detail = '' } = event;
  return {
    id: String(at),
    text: copy.sentence(by, eventNames[what], subject === by ? '' : subject),
    detail,
    when: dayTimeText(event.at, now),
  };
}
