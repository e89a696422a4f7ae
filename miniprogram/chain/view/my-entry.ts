import type { EntryStatus, EntryView } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import { payments, standings, type Tone } from '../../copy/chains';
import { fenText, leftText } from '../../view/chain-time';
import { grouped } from '../../view/numbers';
import { oneLine } from '../../view/one-line';
import { myEntry as copy } from '../copy/entries';
import { answersLine } from './answers';
import { isLive } from './joining';

/** What the card says of one of my entries. */
export interface MyEntry {
  id: string;
  headline: string;
  hint: string;
  /** Answers and how many people. */
  line: string;
  payment: string;
  paymentTone: Tone;
  /** Where to pay. */
  paymentHint: string;
  offered: boolean;
  canEdit: boolean;
  canLeave: boolean;
  tone: Tone;
}

function headlineOf(entry: EntryView): string {
  const n = grouped(entry.number);
  const waits = entry.status === 'waiting' && entry.waitPosition !== undefined;
  const waiting = waits ? copy.waiting(grouped(entry.waitPosition ?? 0)) : standings.waiting;
  if (entry.mine !== 'own') {
    if (entry.status === 'in') return copy.numberOf(entry.name, n);
    return copy.otherOf(entry.name, entry.status === 'waiting' ? waiting : standings[entry.status]);
  }
  const texts: Record<EntryStatus, string> = {
    in: copy.number(n),
    offered: copy.offered,
    waiting,
    asking: copy.asking,
    left: copy.left,
    removed: copy.removed,
    expired: copy.expired,
    declined: copy.declined,
  };
  return texts[entry.status];
}

function hintOf(entry: EntryView, now: number): string {
  if (entry.status === 'offered' && entry.offeredUntil !== undefined)
    return entry.offeredUntil > now ? copy.offeredHint(leftText(entry.offeredUntil, now)) : copy.offeredOver;
  if (!isLive(entry)) return entry.reason === undefined ? '' : copy.reason(entry.reason);
  if (entry.checking) return copy.checking;
  if (entry.status === 'waiting') return copy.waitingHint;
  return entry.status === 'asking' ? copy.askingHint : '';
}

type Payment = Pick<MyEntry, 'payment' | 'paymentTone' | 'paymentHint'>;
const noPayment: Payment = { payment: '', paymentTone: '', paymentHint: '' };

function paymentOf(entry: EntryView): Payment {
  const { amountFen = 0, payment = 'unpaid', paidFen = amountFen } = entry;
  if (payment === 'paid') return { ...noPayment, payment: copy.paid(fenText(paidFen)), paymentTone: 'plain' };
  if (payment === 'refunded') return { ...noPayment, payment: copy.refunded, paymentTone: 'plain' };
  if (amountFen === 0 || !isLive(entry)) return noPayment;
  const due = oneLine(copy.due(fenText(amountFen)), payments.unpaid);
  return { payment: due, paymentTone: 'warn', paymentHint: copy.payOutside };
}

function toneOf(entry: EntryView): Tone {
  if (entry.status === 'in') return '';
  return isLive(entry) ? 'warn' : 'plain';
}

export function myEntryCard(entry: EntryView, fields: readonly ChainField[], now: number): MyEntry {
  const people = entry.places > 1 ? copy.people(grouped(entry.places)) : '';
  return {
    id: entry.entryId,
    headline: headlineOf(entry),
    hint: hintOf(entry, now),
    line: oneLine(people, answersLine(fields, entry.answers)),
    ...paymentOf(entry),
    offered: entry.status === 'offered' && (entry.offeredUntil ?? 0) > now,
    canEdit: entry.canEdit,
    canLeave: entry.canLeave,
    tone: toneOf(entry),
  };
}

/** My own first, then those I entered; of what ended only my own, which may have a reason to read. */
export function myEntries(
  mine: readonly EntryView[],
  own: EntryView | undefined,
  fields: readonly ChainField[],
  now: number,
): MyEntry[] {
  const others = mine.filter(entry => entry.mine === 'for-other' && isLive(entry));
  const cards = own === undefined || own.status === 'left' ? others : [own, ...others];
  return cards.map(entry => myEntryCard(entry, fields, now));
}
