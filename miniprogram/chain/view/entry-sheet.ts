import type { EntryView } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { payments, standings } from '../../copy/chains';
import { fenText } from '../../view/chain-time';
import { grouped } from '../../view/numbers';
import { oneLine } from '../../view/one-line';
import { dayTimeText } from '../../view/time';
import { entrySheet as copy, entryWords, myEntry } from '../copy/entries';
import { answerText } from './answers';
import { byText } from './entry-row';

export interface EntrySheet {
  id: string;
  name: string;
  facts: { name: string; text: string }[];
  canClaim: boolean;
  canEdit: boolean;
  canLeave: boolean;
}

export const nobody: EntrySheet = {
  id: '',
  name: '',
  facts: [],
  canClaim: false,
  canEdit: false,
  canLeave: false,
};

function standingText(entry: EntryView): string {
  const standing =
    entry.status === 'waiting' && entry.waitPosition !== undefined
      ? entryWords.waitPosition(grouped(entry.waitPosition))
      : standings[entry.status];
  return oneLine(standing, entry.checking ? entryWords.checking : '', entry.madeUp ? entryWords.madeUp : '');
}

function paidText({ payment, paidFen }: EntryView): string {
  if (payment === undefined) return '';
  return payment === 'paid' && paidFen !== undefined ? myEntry.paid(fenText(paidFen)) : payments[payment];
}

export function entrySheet(entry: EntryView, fields: readonly ChainField[], now: number): EntrySheet {
  const answers = fields.map(field => ({
    name: field.label,
    text: answerText(field, entry.answers[field.id]),
  }));
  const facts = [
    { name: copy.number, text: entryWords.number(grouped(entry.number)) },
    { name: copy.standing, text: standingText(entry) },
    { name: copy.reason, text: entry.reason ?? '' },
    { name: copy.places, text: entry.places > 1 ? entryWords.people(grouped(entry.places)) : '' },
    { name: copy.by, text: byText(entry) },
    ...answers,
    { name: copy.amount, text: entry.amountFen === undefined ? '' : fenText(entry.amountFen) },
    { name: copy.paid, text: paidText(entry) },
    { name: copy.joinedAt, text: dayTimeText(entry.joinedAt, now) },
  ];
  return {
    id: entry.entryId,
    name: entry.name,
    facts: facts.filter(({ text }) => text !== ''),
    canClaim: entry.canClaim,
    canEdit: entry.mine !== 'no' && entry.canEdit,
    canLeave: entry.mine !== 'no' && entry.canLeave,
  };
}
