import type { ChainCard } from '../../../typings/contract/chains';
import type { PaymentState } from '../../../typings/contract/entries';
import type { Seat } from '../seats/book';
import type { ChainDocument } from './document';
import { currentRound, dayOf } from './recurrence';
import { roleAmong } from './roles';
import { phaseFrom } from './rules';

/** A chain as far as its card goes: of its book only numbers, and the seats of the person who asks. */
export interface CardRow
  extends Pick<
    ChainDocument,
    '_id' | 'state' | 'staff' | 'series' | 'date' | 'createdAt' | 'trashedAt' | 'purgeAt'
  > {
  settings: Pick<
    ChainDocument['settings'],
    'title' | 'template' | 'place' | 'eventAt' | 'opensAt' | 'closesAt' | 'capacity' | 'recurrence'
  >;
  hasPrices: boolean;
  left: Record<string, number>;
  waits: Record<string, number>;
  waiting: number;
  /** Entries with a place, and the places they have. */
  joined: number;
  taken: number;
  mine: Seat[];
  /** By entry id, from 1. */
  numbers: Map<string, number>;
  waitPositions: Map<string, number>;
}

/** What a person's entries say beside their seats. */
export interface OwnEntry {
  entryId: string;
  name: string;
  payment: PaymentState;
}

/** The own entry first. */
const isFirst = (one: Seat, other: Seat): number =>
  Number(one.uid === undefined) - Number(other.uid === undefined);

function mineOf(row: CardRow, entries: Map<string, OwnEntry>): ChainCard['mine'] {
  return [...row.mine].sort(isFirst).map(({ entryId, uid, status, until }) => {
    const entry = entries.get(entryId);
    const payment = entry?.payment ?? 'unpaid';
    const waitPosition = row.waitPositions.get(entryId);
    return {
      ...{ entryId, name: entry?.name ?? '', status, number: row.numbers.get(entryId) ?? 0 },
      ...(waitPosition !== undefined && status === 'waiting' && { waitPosition }),
      ...(until !== undefined && { offeredUntil: until }),
      ...(uid !== undefined && { own: true as const }),
      ...((row.hasPrices || payment !== 'unpaid') && { payment }),
    };
  });
}

function nextRoundOf({ series, settings: { recurrence } }: CardRow, now: number): { nextRound?: string } {
  const today = dayOf(now);
  const next = series === undefined && recurrence ? currentRound(recurrence, today) : undefined;
  return next !== undefined && next >= today ? { nextRound: next } : {};
}

export function cardOf(row: CardRow, uid: string, now: number, entries: Map<string, OwnEntry>): ChainCard {
  const { title, template, place, eventAt, closesAt, capacity } = row.settings;
  const left = row.left['total'];
  return {
    ...{ chainId: row._id, title, template, place, phase: phaseFrom(row, row, now) },
    places: {
      taken: row.taken,
      ...(left !== undefined && { left: Math.max(0, left) }),
      ...(capacity !== undefined && { capacity }),
    },
    ...{ joined: row.joined, waiting: row.waiting, mine: mineOf(row, entries) },
    myRole: roleAmong(row.staff, uid, row.mine.length > 0),
    ...(eventAt !== undefined && { eventAt }),
    ...(closesAt !== undefined && { closesAt }),
    ...(row.date !== undefined && { date: row.date }),
    ...nextRoundOf(row, now),
    ...(row.trashedAt !== undefined && { trashedAt: row.trashedAt }),
    ...(row.purgeAt !== undefined && { purgeAt: row.purgeAt }),
  };
}
