import type { ChainCard } from '../../typings/contract/chains';
import { mine as copy, payments, phases, runs, standings, type Tone } from '../copy/chains';
import type { FontSize } from './appearance';
import { dayText, eventTimeText } from './chain-time';
import { grouped } from './numbers';
import { oneLine } from './one-line';
import { dayTimeText } from './time';

/** Fixed heights of a card with the gap below it, px; the same as --chain-card. */
export const cardHeights: Record<FontSize, number> = { standard: 128, large: 248, 'extra-large': 308 };

export interface ChainRow {
  id: string;
  title: string;
  phase: { text: string; tone: Tone };
  /** When and where. */
  line: string;
  count: string;
  /** My number or place in the queue; blank when I have none. */
  mine: string;
  payment: string;
  paymentTone: Tone;
}

/** Only of an activity one says that people sign up. */
export const phaseTag = ({ phase, template }: Pick<ChainCard, 'phase' | 'template'>): ChainRow['phase'] =>
  phase === 'open' && template !== 'activity' ? runs : phases[phase];

type Mine = ChainCard['mine'][number];

/** My number, or where I stand instead of having one that counts. */
function standingText(entry: Mine, now: number): string {
  const number = grouped(entry.number);
  if (entry.status === 'in') return entry.own ? copy.number(number) : copy.numberOf(entry.name, number);
  if (entry.status === 'waiting' && entry.waitPosition !== undefined)
    return copy.waitPosition(grouped(entry.waitPosition));
  if (entry.status === 'offered' && entry.offeredUntil !== undefined)
    return copy.confirmBy(dayTimeText(entry.offeredUntil, now));
  return standings[entry.status];
}

function mineText([first, ...others]: ChainCard['mine'], now: number): string {
  if (first === undefined) return '';
  const rest = others.length > 0 ? copy.others(others.length) : '';
  return oneLine(standingText(first, now), rest);
}

function whenText({ eventAt, nextRound, date }: ChainCard): string {
  if (date !== undefined && eventAt === undefined) return dayText(date);
  if (nextRound !== undefined) return copy.nextRound(dayText(nextRound));
  return eventAt === undefined ? copy.anyTime : eventTimeText(eventAt);
}

/** 已报 24/30 · 候补 3 人. */
export function countText({
  places,
  waiting,
  joined,
}: Pick<ChainCard, 'places' | 'waiting' | 'joined'>): string {
  const taken =
    places.capacity === undefined
      ? copy.takenOpen(grouped(joined))
      : copy.taken(grouped(places.taken), grouped(places.capacity));
  return oneLine(taken, waiting > 0 ? copy.waiting(grouped(waiting)) : '');
}

/** `now`: the server's clock. */
export function chainRow(card: ChainCard, now: number): ChainRow {
  const payment = card.mine[0]?.payment;
  return {
    id: card.chainId,
    title: card.title,
    phase: phaseTag(card),
    line: oneLine(whenText(card), card.place),
    count: countText(card),
    mine: mineText(card.mine, now),
    payment: payment === undefined ? '' : payments[payment],
    paymentTone: (payment === 'unpaid' ? 'warn' : 'plain') as Tone,
  };
}
