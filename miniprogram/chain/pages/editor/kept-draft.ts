import type { ParsedLine } from '../../../../typings/contract/sheets';
import { readStored, writeStored } from '../../../platform/storage';
import type { ChainForm } from '../../view/chain-form';

/** What was begun and not published yet, kept on the phone until it is. */
export interface KeptDraft {
  form: ChainForm;
  lines: ParsedLine[];
  /** One a publishing: sent again after a lost reply, it gives the same chain. */
  requestId: string;
  /** It was sent once without an answer: the chain may be there, as it was then. */
  sent: boolean;
  /** The chain is there; its people are not all entered. */
  chainId?: string;
}

const KEY = 'chain-draft';
const NAME_KEY = 'organizer-name';

const isText = (value: unknown): value is string => typeof value === 'string';
const isKept = (value: unknown): value is KeptDraft =>
  typeof value === 'object' && value !== null && 'form' in value && 'lines' in value && 'requestId' in value;

export const keptDraft = (): KeptDraft | undefined => readStored(KEY, isKept);
export const keepDraft = (draft: KeptDraft): void => writeStored(KEY, draft);
export const dropDraft = (): void => writeStored(KEY, '');

/** How the person called themselves as an organizer the last time. */
export const rememberedName = (): string => readStored(NAME_KEY, isText) ?? '';
export const rememberName = (name: string): void => writeStored(NAME_KEY, name);
