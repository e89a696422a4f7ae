import type { Answer } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { seal, TamperedText, unseal, unsealed } from '../platform/sealing';
import type { EntryDocument } from './document';
import { maskedPhone, maskedText } from './masks';

type Answers = Record<string, Answer>;
type Kept = Pick<EntryDocument, '_id' | 'answers'> & { sealed?: Record<string, string> };

const placeOf = (entryId: string, fieldId: string): string => `entries/${entryId}/${fieldId}`;

/** An answer to a personal field; undefined also when it cannot be opened: the entry is read without it. */
function opened({ _id, sealed = {} }: Kept, fieldId: string): Answer | undefined {
  const text = sealed[fieldId];
  const clear = text === undefined ? undefined : unsealed(text, placeOf(_id, fieldId));
  return clear === undefined ? undefined : (JSON.parse(clear) as Answer);
}

/**
 * Answers as they are kept: those of personal fields sealed for this entry. `former`: what was sealed before an edit; what of it
 * cannot be opened stays, because perhaps only a key is missing for a while.
 */
export function keptAnswers(
  entryId: string,
  fields: ChainField[],
  answers: Answers,
  former: Record<string, string> = {},
): Pick<EntryDocument, 'answers' | 'sealed'> {
  const personal = fields.filter(field => field.personal).map(({ id }) => id);
  const sealed = personal.flatMap(id => {
    const [answer, text] = [answers[id], former[id]];
    if (answer !== undefined) return [[id, seal(JSON.stringify(answer), placeOf(entryId, id))]];
    return text !== undefined && unsealed(text, placeOf(entryId, id)) === undefined ? [[id, text]] : [];
  });
  const open = Object.fromEntries(Object.entries(answers).filter(([id]) => !personal.includes(id)));
  return sealed.length > 0 ? { answers: open, sealed: Object.fromEntries(sealed) } : { answers: open };
}

/** Whether answers are kept as these fields want it: they were perhaps written for former ones. */
export const isKeptFor = ({ answers, sealed = {} }: Kept, fields: ChainField[]): boolean =>
  fields.every(({ id, personal }) => (personal ? answers : sealed)[id] === undefined);

/** Everything that was answered and can be read, as it was given: for those who may read it. */
export function clearAnswers(entry: Kept): Answers {
  const ids = Object.keys(entry.sealed ?? {});
  const personal = ids.flatMap(id => {
    const answer = opened(entry, id);
    return answer === undefined ? [] : [[id, answer]];
  });
  return { ...entry.answers, ...Object.fromEntries(personal) };
}

/**
 * The sealed answers of an entry for another id. Those that were tampered with can be opened nowhere and are left out. Throws
 * MissingKey: as long as a key is missing nothing may get lost.
 */
export function movedSeals(
  { _id, sealed = {} }: Pick<Kept, '_id' | 'sealed'>,
  newId: string,
): Record<string, string> {
  const moved = Object.entries(sealed).flatMap(([id, text]) => {
    try {
      return [[id, seal(unseal(text, placeOf(_id, id)), placeOf(newId, id))]];
    } catch (error) {
      if (!(error instanceof TamperedText)) throw error;
      return [];
    }
  });
  return Object.fromEntries(moved);
}

/** What of a personal answer is shown in its place; nothing of those that are no texts. */
function maskOf({ type }: ChainField, answer: Answer | undefined): string | undefined {
  if (typeof answer !== 'string') return undefined;
  if (type === 'phone') return maskedPhone(answer);
  return type === 'text' || type === 'paragraph' ? maskedText(answer) : undefined;
}

/** Masks of the personal answers of these fields. */
export function maskedAnswers(entry: Kept, fields: ChainField[]): Answers {
  const masks = fields
    .filter(field => field.personal)
    .map(field => [field.id, maskOf(field, opened(entry, field.id) ?? entry.answers[field.id])])
    .filter(([, mask]) => mask !== undefined);
  return Object.fromEntries(masks);
}

/**
 * What an edit by somebody who sees masks gives: a mask sent back, or nothing in a personal field, leaves what is kept.
 */
export function mergedAnswers(entry: Kept, fields: ChainField[], given: Answers): Answers {
  const clear = clearAnswers(entry);
  const masks = maskedAnswers(entry, fields);
  const kept = fields
    .filter(({ id, personal }) => personal && (given[id] === undefined || given[id] === masks[id]))
    .flatMap(({ id }) => (clear[id] === undefined ? [] : [[id, clear[id]]]));
  return { ...given, ...Object.fromEntries(kept) };
}
