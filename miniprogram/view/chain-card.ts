import type { ChainCard } from '../../typings/contract/chains';
import { mine as copy, payments, phases, runs, standings, type Tone } from '../copy/chains';
import type { FontSize } from './appearance';
import { dayText, eventTimeText } from './chain-time';
import { grouped } from './numbers';
import { oneLine } from './one-line';
import { heightOfLines, linesOf } from './row-room';
import { dayTimeText } from './time';

/** Of a card at 标准 with the gap below it, px; and what a card in large letters has around its lines. */
const STANDARD_HEIGHT = 128;
const AROUND = 72;
/** Margins of the list and of the card, px. */
const BESIDE = 2 * 16 + 2 * 16;
/** As in theme/tokens.wxss, px. */
const letters: Record<Exclude<FontSize, 'standard'>, { body: number; second: number }> = {
  large: { body: 20, second: 18 },
  'extra-large': { body: 24, second: 20 },
};

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

/** How high a card is drawn, with the gap below it, px: in large letters nothing of it is cut. */
export function cardHeight(row: ChainRow, size: FontSize, windowWidth: number): number {
  if (size === 'standard') return STANDARD_HEIGHT;
  const { body, second } = letters[size];
  const width = windowWidth - BESIDE;
  const small = [row.line, `${row.phase.text}　　${row.count}`, row.mine, row.payment];
  const lines = small.filter(text => text !== '').map(text => linesOf(text, width, second));
  return (
    AROUND +
    heightOfLines(
      lines.reduce((sum, n) => sum + n, linesOf(row.title, width, body)),
      size,
    )
  );
}
