import type { EntryReply } from '../../../typings/contract/entries';
import { eventTimeText, fenText, plainTime } from '../../view/chain-time';
import { grouped } from '../../view/numbers';
import { sentences } from '../../view/one-line';
import { result as copy } from '../copy/join';

export interface JoinResult {
  /** Title of the page. */
  done: string;
  /** 您是第 12 号, in three parts: the number is drawn large. */
  before: string;
  number: string;
  after: string;
  hint: string;
  chain: string;
  facts: string[];
  due: string;
  canUndo: boolean;
  canEdit: boolean;
  canHelp: boolean;
  /** To be read aloud. */
  spoken: string;
}

type Parts = Pick<JoinResult, 'done' | 'before' | 'number' | 'after' | 'hint'>;

function partsOf({ entry }: EntryReply): Parts {
  if (entry.status === 'waiting')
    return {
      done: copy.waits,
      before: copy.waiting,
      number: grouped(entry.waitPosition ?? entry.number),
      after: copy.waitingUnit,
      hint: copy.waitingHint,
    };
  if (entry.status === 'asking')
    return { done: copy.asks, before: copy.asking, number: '', after: '', hint: copy.askingHint };
  return {
    done: copy.done,
    before: entry.mine === 'for-other' ? copy.numberOther(entry.name) : copy.number,
    number: grouped(entry.number),
    after: copy.numberUnit,
    hint: entry.checking ? copy.checkingHint : '',
  };
}

/** `big`: as it would be said, for large letters. */
export function joinResult(reply: EntryReply, big: boolean): JoinResult {
  const { chain, entry } = reply;
  const at = chain.eventAt;
  const when = at === undefined ? '' : big ? plainTime(at).time : eventTimeText(at);
  const parts = partsOf(reply);
  const facts = [when, chain.place].filter(text => text !== '');
  const number = `${parts.before}${parts.number}${parts.after}`;
  return {
    ...parts,
    chain: chain.title,
    facts,
    spoken: sentences(parts.done, number, parts.hint, chain.title, ...facts),
    due: entry.amountFen ? copy.due(fenText(entry.amountFen)) : '',
    canUndo: entry.canLeave,
    canEdit: entry.canEdit,
    canHelp: chain.forOthers && chain.joining !== 'refused',
  };
}
