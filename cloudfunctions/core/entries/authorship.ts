import type { Answer } from '../../../typings/contract/entries';
import type { EntryDocument } from './document';
import { clearAnswers } from './personal';
import { type Reader, readsClear } from './views';

const isSame = (one: Answer | undefined, other: Answer | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Nobody but organizers reads what is partly one person's and partly another's. */
const NOBODY = '';

/**
 * Who reads the personal answers after an edit. Sending masks back does not make anybody the author of what lies behind them.
 * `answers`: all of them, as they are to be kept.
 */
export function authorAfter(reader: Reader, entry: EntryDocument, answers: Record<string, Answer>): string {
  const before = clearAnswers(entry);
  const personal = reader.chain.settings.fields.filter(field => field.personal).map(({ id }) => id);
  // What cannot be opened stays without being read.
  const isThere = (id: string): boolean => answers[id] !== undefined || entry.sealed?.[id] !== undefined;
  const kept = personal.filter(id => isThere(id) && isSame(answers[id], before[id]));
  const isUnchanged = personal.every(id => isSame(answers[id], before[id]));
  if (isUnchanged) return entry.author ?? NOBODY;
  return readsClear(reader, entry) || kept.length === 0 ? reader.uid : NOBODY;
}
