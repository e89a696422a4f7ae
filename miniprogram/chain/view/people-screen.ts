import type { ChainView } from '../../../typings/contract/chains';
import type { EntryFilter, EntryView } from '../../../typings/contract/entries';
import { payments } from '../../copy/chains';
import { avatarOf } from '../../view/avatar';
import { fenText } from '../../view/chain-time';
import type { Chip } from '../../view/item-query';
import type { ItemRow, RowTag } from '../../view/item-row';
import { grouped } from '../../view/numbers';
import { oneLine } from '../../view/one-line';
import { monthDayTimeText } from '../../view/time';
import { people as copy, entryFilters, facts as factNames, paymentTones, statusTags } from '../copy/people';
import { answersLine, answerText } from './answers';

/** Entries a list holds, by an id of their own. */
export type Person = EntryView & { id: string };
export const person = (entry: EntryView): Person => ({ ...entry, id: entry.entryId });

const GONE: readonly EntryView['status'][] = ['left', 'removed', 'expired', 'declined'];
const isGone = ({ status }: EntryView): boolean => GONE.includes(status);

/** Filters that make sense for this chain. */
export function filterChips(
  chain: Pick<ChainView, 'approval' | 'asking' | 'waitlist' | 'waiting'>,
  paid: boolean,
  chosen: EntryFilter,
): Chip[] {
  const hidden: Partial<Record<EntryFilter, boolean>> = {
    asking: !chain.approval && chain.asking === 0,
    waiting: !chain.waitlist && chain.waiting === 0,
    unpaid: !paid,
  };
  const shown = (Object.keys(entryFilters) as EntryFilter[]).filter(id => id === chosen || !hidden[id]);
  return shown.map(id => ({ id, text: entryFilters[id], on: id === chosen }));
}

export const isFilter = (id: string | undefined): id is EntryFilter => id !== undefined && id in entryFilters;

/** Something has a price, of a place or of an option. */
export const costsMoney = ({ priceFen = 0, fields }: Pick<ChainView, 'priceFen' | 'fields'>): boolean =>
  priceFen > 0 || fields.some(({ options = [] }) => options.some(option => (option.priceFen ?? 0) > 0));

function statusTag({ status, waitPosition }: EntryView): RowTag[] {
  const { text, tone } = statusTags[status];
  const name = waitPosition === undefined ? text : copy.waitPosition(grouped(waitPosition));
  return name === '' ? [] : [{ text: name, tone }];
}

/** Nothing is due of those who have no place. */
const holdsPlace = ({ status }: EntryView): boolean => status === 'in' || status === 'offered';

const paymentTag = (entry: EntryView): RowTag[] =>
  entry.payment === undefined || (entry.payment === 'unpaid' && !holdsPlace(entry))
    ? []
    : [{ text: payments[entry.payment], tone: paymentTones[entry.payment] }];

const byText = ({ by, keyedIn }: EntryView): string => {
  if (keyedIn) return copy.keyedIn;
  return by === undefined ? '' : copy.by(by);
};

export function personRow(entry: EntryView, fields: ChainView['fields'], checked: boolean): ItemRow {
  const amount = entry.amountFen === undefined ? '' : fenText(entry.amountFen);
  return {
    id: entry.entryId,
    ...avatarOf(entry.name),
    letter: grouped(entry.number),
    name: entry.name,
    line: oneLine(
      entry.places > 1 ? copy.places(grouped(entry.places)) : '',
      amount,
      entry.note === undefined || entry.note === '' ? '' : copy.noted(entry.note),
      answersLine(fields, entry.answers),
      byText(entry),
    ),
    tags: [...statusTag(entry), ...paymentTag(entry)],
    checked,
  };
}

export type PersonAct =
  | 'approve'
  | 'decline'
  | 'pay'
  | 'amount'
  | 'unpay'
  | 'refund'
  | 'note'
  | 'edit'
  | 'remove';

export interface PersonSheet {
  title: string;
  facts: { name: string; text: string; phone: string }[];
  acts: { id: PersonAct; text: string; danger: boolean }[];
}

export const nobody: PersonSheet = { title: '', facts: [], acts: [] };

function moneyFacts(entry: EntryView): PersonSheet['facts'] {
  const { amountFen, payment, paidFen } = entry;
  if (amountFen === undefined) return [];
  const paid = payment === undefined ? '' : payments[payment];
  const sum = paidFen === undefined || payment !== 'paid' ? '' : fenText(paidFen);
  return [
    { name: factNames.due, text: fenText(amountFen), phone: '' },
    ...(paid === '' ? [] : [{ name: factNames.payment, text: oneLine(paid, sum), phone: '' }]),
  ];
}

const answerFacts = (entry: EntryView, fields: ChainView['fields']): PersonSheet['facts'] =>
  fields.flatMap(field => {
    const text = answerText(field, entry.answers[field.id]);
    const isPhone = field.type === 'phone' && /^\+?[\d -]{5,20}$/.test(text);
    return text === '' ? [] : [{ name: field.label, text, phone: isPhone ? text : '' }];
  });

function statusText(entry: EntryView): string {
  const until = entry.offeredUntil;
  if (entry.status === 'offered' && until !== undefined) return factNames.offered(monthDayTimeText(until));
  const tag = statusTag(entry)[0];
  return oneLine(tag?.text ?? entryFilters.in, entry.checking ? factNames.checking : '');
}

function paymentActs({ payment, amountFen }: EntryView): PersonAct[] {
  if (amountFen === undefined) return [];
  if (payment === 'paid') return ['amount', 'refund', 'unpay'];
  return payment === 'refunded' ? ['pay', 'unpay'] : ['pay', 'amount'];
}

const actNames: Record<PersonAct, string> = {
  approve: copy.approve,
  decline: copy.decline,
  pay: copy.markPaid,
  amount: copy.amount,
  unpay: copy.markUnpaid,
  refund: copy.refund,
  note: copy.note,
  edit: copy.edit,
  remove: copy.remove,
};
const FOR_ORGANIZERS: readonly PersonAct[] = ['approve', 'decline', 'edit', 'remove'];

/** What may be done with an entry: those who left can still be noted and paid back. */
function actsOf(entry: EntryView, leads: boolean): PersonAct[] {
  const standing: PersonAct[] = isGone(entry) ? [] : ['edit', 'remove'];
  const all: PersonAct[] = [
    ...(entry.status === 'asking' ? (['approve', 'decline'] as const) : []),
    ...paymentActs(entry),
    'note',
    ...standing,
  ];
  return all.filter(id => leads || !FOR_ORGANIZERS.includes(id));
}

/** `leads`: the caller is an organizer, not a volunteer. */
export function personSheet(entry: EntryView, fields: ChainView['fields'], leads: boolean): PersonSheet {
  const by = byText(entry);
  const text = (name: string, value: string) => (value === '' ? [] : [{ name, text: value, phone: '' }]);
  return {
    title: `${copy.number(grouped(entry.number))} ${entry.name}`,
    facts: [
      ...text(factNames.status, statusText(entry)),
      ...text(factNames.joinedAt, monthDayTimeText(entry.joinedAt)),
      ...text(factNames.places, entry.places > 1 ? copy.places(grouped(entry.places)) : ''),
      ...text(factNames.by, by),
      ...answerFacts(entry, fields),
      ...moneyFacts(entry),
      ...text(factNames.note, entry.note ?? ''),
      ...text(factNames.reason, entry.reason ?? ''),
    ],
    acts: actsOf(entry, leads).map(id => ({ id, text: actNames[id], danger: id === 'remove' })),
  };
}
