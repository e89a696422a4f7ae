import type { ChainView } from '../../../typings/contract/chains';
import type { Contact, EntryView } from '../../../typings/contract/entries';
import { eventTimeText, fenText } from '../../view/chain-time';
import type { Chip } from '../../view/item-query';
import { oneLine } from '../../view/one-line';
import { join as copy } from '../copy/join';
import { type FieldEditor, fieldEditor } from './field-editor';
import { type Form, type FormFor, totalFen } from './form';

/** What stands around the fields of a form. */
export interface JoinScreen {
  title: string;
  line: string;
  /** What this entry will come to, when not simply a place; blank otherwise. */
  note: string;
  submit: string;
  isOther: boolean;
  nameLabel: string;
  nameHint: string;
  /** Whether the name can be kept for the next time. */
  canRemember: boolean;
  rememberText: string;
  /** Most places; 1 hides the question. */
  perPerson: number;
}

export const blankScreen: JoinScreen = {
  title: '',
  line: '',
  note: '',
  submit: '',
  isOther: false,
  nameLabel: '',
  nameHint: '',
  canRemember: false,
  rememberText: '',
  perPerson: 1,
};

function submitText({ joining }: ChainView, as: FormFor): string {
  if (as === 'edit') return copy.submitEdit;
  if (as === 'key-in') return copy.submitKeyIn;
  return as === 'other' && joining === 'place' ? copy.submitOther : copy.submit[joining];
}

function noteOf({ joining }: ChainView, as: FormFor): string {
  if (as === 'edit') return '';
  if (joining === 'waitlist') return copy.waitlistNote;
  return joining === 'approval' && as !== 'key-in' ? copy.approvalNote : '';
}

const own = { nameLabel: copy.name, nameHint: copy.nameHint };
const nameWords: Record<FormFor, Pick<JoinScreen, 'nameLabel' | 'nameHint'>> = {
  own,
  edit: own,
  other: { nameLabel: copy.nameOther, nameHint: copy.nameOtherHint },
  'key-in': { nameLabel: copy.name, nameHint: copy.nameKeyInHint },
};

export function joinScreen(chain: ChainView, as: FormFor): JoinScreen {
  const when = chain.eventAt === undefined ? '' : eventTimeText(chain.eventAt);
  return {
    title: chain.title,
    line: oneLine(when, chain.place),
    note: noteOf(chain, as),
    submit: submitText(chain, as),
    isOther: as === 'other',
    ...nameWords[as],
    canRemember: as === 'own' || as === 'other',
    rememberText: as === 'other' ? copy.rememberOther : copy.remember,
    perPerson: chain.perPerson,
  };
}

export const contactChips = (others: readonly Contact[], name: string): Chip[] =>
  others.map(({ id, name: text }) => ({ id, text, on: text === name.trim() }));

/** `before`: the entry that is edited. `unfolded`: the field shown with all its options. */
export const fieldEditors = (
  chain: ChainView,
  form: Form,
  before: EntryView | undefined,
  unfolded: string,
): FieldEditor[] =>
  chain.fields.map(field =>
    fieldEditor(field, form.answers[field.id], {
      chain,
      unfolded,
      ...(before === undefined ? {} : { before }),
    }),
  );

/** 一共 ¥60; blank where there is nothing to pay. */
export function totalText(chain: ChainView, form: Form): string {
  const fen = totalFen(chain, form);
  return fen === undefined || fen === 0 ? '' : fenText(fen);
}
