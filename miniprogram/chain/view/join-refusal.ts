import type { Refusal } from '../../../typings/contract/errors';
import { eventTimeText } from '../../view/chain-time';
import { refusalText } from '../../view/refusal';
import { join as copy } from '../copy/join';
import type { FormFor } from './form';

export interface JoinRefusal {
  /** Said above the button. */
  problem: string;
  /** Said at a field, by its id; `name` for the name. */
  at: Record<string, string>;
  /** The chain is not as it was when the form was opened. */
  isOver: boolean;
}

/** `answers.<id>` or `name`: the field that a refusal is about. */
function fieldOf({ path = '' }: Refusal): string {
  const [first = '', second = ''] = path.split('.');
  return first === 'answers' ? second : first;
}

/** What the chain has come to meanwhile; undefined when it is the form that was refused. */
function overText({ code, retryAt }: Refusal, as: FormFor): string | undefined {
  if (code === 'ALREADY_JOINED') return as === 'own' ? copy.already : copy.alreadyOther;
  if (code === 'FULL') return copy.justFull;
  if (code === 'CLOSED') return copy.closed;
  if (code === 'GONE' || code === 'NOT_FOUND') return copy.gone;
  return code === 'NOT_OPEN_YET' && retryAt !== undefined ? copy.notOpen(eventTimeText(retryAt)) : undefined;
}

/** Why a form was not taken; what was typed stays in every case. */
export function joinRefusal(error: Refusal, now: number, as: FormFor): JoinRefusal {
  const over = overText(error, as);
  if (over !== undefined) return { problem: over, at: {}, isOver: true };
  const general = refusalText(error, now);
  if (error.code === 'UNAVAILABLE') return { problem: `${general}。${copy.again}`, at: {}, isOver: false };
  const field = fieldOf(error);
  const said = error.message === '' ? general : error.message;
  return field === ''
    ? { problem: error.code === 'CONTENT_REFUSED' ? said : general, at: {}, isOver: false }
    : { problem: copy.problems, at: { [field]: said }, isOver: false };
}
