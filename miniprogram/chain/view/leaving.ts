import type { EntryView } from '../../../typings/contract/entries';
import { grouped } from '../../view/numbers';
import { myEntry as copy } from '../copy/entries';

/** The question before somebody leaves, in plain words. */
export function leaveQuestion({ mine, name, number, status }: EntryView): { title: string; text: string } {
  const holds = status === 'in' || status === 'offered';
  return {
    title: mine === 'own' ? copy.leaveTitle : copy.leaveTitleOther(name),
    text: holds ? copy.leaveText(grouped(number)) : copy.leaveWaitingText,
  };
}
