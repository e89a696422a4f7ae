import { readStored, writeStored } from '../../platform/storage';
import type { Form, FormFor } from '../view/form';

/** A form that was filled in and not taken yet. One is kept: the last. */
export interface Unsent {
  chainId: string;
  as: FormFor;
  /** `edit`: of which entry. */
  entryId: string;
  form: Form;
  /** The same for every attempt, so that a lost answer never makes two entries. */
  requestId: string;
  /** What was sent without an answer, as text; blank when nothing was. */
  unanswered: string;
}

const KEY = 'unsent-entry';
const isUnsent = (value: unknown): value is Unsent =>
  typeof value === 'object' && value !== null && 'requestId' in value && 'form' in value;

export function keptFor({
  chainId,
  as,
  entryId,
}: Pick<Unsent, 'chainId' | 'as' | 'entryId'>): Unsent | undefined {
  const kept = readStored(KEY, isUnsent);
  const isIt = kept?.chainId === chainId && kept.as === as && kept.entryId === entryId;
  return isIt ? kept : undefined;
}

export const keep = (unsent: Unsent): void => writeStored(KEY, unsent);

/** What was typed is somebody's name and phone: it goes as soon as it was taken. */
export const forget = (): void => writeStored(KEY, '');
