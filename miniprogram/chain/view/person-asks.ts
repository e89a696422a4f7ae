import type { EntryView } from '../../../typings/contract/entries';
import { people as copy } from '../copy/people';
import { yuanTyped } from './money';
import { nothingToAsk, type TextAsk } from './text-ask';

type Named = Pick<EntryView, 'name'>;

export const removeAsk = ({ name }: Named): TextAsk => ({
  ...nothingToAsk,
  title: copy.removeTitle(name),
  note: copy.removeNote,
  hint: copy.removeHint,
  ready: copy.removeReady,
  yes: copy.removeYes,
  danger: true,
});

export const declineAsk = (count: number): TextAsk => ({
  ...nothingToAsk,
  title: copy.declineTitle(count),
  note: copy.declineNote,
  hint: copy.declineHint,
  ready: copy.declineReady,
  optional: true,
  yes: copy.declineYes,
  danger: true,
});

export const noteAsk = ({ name, note = '' }: Pick<EntryView, 'name' | 'note'>): TextAsk => ({
  ...nothingToAsk,
  title: copy.noteTitle(name),
  note: copy.noteNote,
  hint: copy.noteHint,
  text: note,
  max: 200,
  optional: true,
  yes: copy.noteYes,
});

/** Begins with what was paid, else with what is due. */
export const amountAsk = ({
  name,
  paidFen,
  amountFen,
}: Pick<EntryView, 'name' | 'paidFen' | 'amountFen'>): TextAsk => ({
  ...nothingToAsk,
  title: copy.amountTitle(name),
  hint: copy.amountHint,
  text: yuanTyped(paidFen ?? amountFen),
  max: 9,
  kind: 'digit',
  yes: copy.amountYes,
});
