import * as v from 'valibot';
import type { ChainDocument } from '../../../cloudfunctions/core/chains/document';
import {
  newBook,
  type Seat,
  type SeatBook,
  type SeatStatus,
  seatBook,
} from '../../../cloudfunctions/core/seats/book';
import { joined } from '../../../cloudfunctions/core/seats/changes';
import type { ChainDraft } from '../../../typings/contract/fields';

export const NOW = 1_800_000_000_000;
export const HOUR_MS = 3_600_000;

export const settings = (given: Partial<ChainDraft> = {}): ChainDraft => ({
  ...{ template: 'activity', title: '羽毛球', organizerName: '王', description: '', place: '', perPerson: 9 },
  ...{ images: [], forOthers: true, names: 'everyone', eraseAfterDays: 30, waitlist: true, approval: false },
  fields: [],
  ...given,
});

export const withOptions = (capacities: Record<string, number | undefined>): ChainDraft['fields'] => [
  {
    ...{ id: 'f', type: 'single', label: '组别', required: true, personal: false },
    options: Object.entries(capacities).map(([id, capacity]) => ({
      ...{ id, label: id },
      ...(capacity !== undefined && { capacity }),
    })),
  },
];

interface Given {
  status?: SeatStatus;
  places?: number;
  picks?: Record<string, number>;
  until?: number;
  by?: string;
}

/** Seats with the numbers 1, 2, 3 … of persons a, b, c …, in a chain with these settings. */
export function bookOf(of: Pick<ChainDraft, 'capacity' | 'fields'>, seats: Given[]): SeatBook {
  let book = v.parse(seatBook, newBook(of));
  for (const [index, given] of seats.entries()) {
    const name = String.fromCharCode(97 + index);
    const whose = given.by === undefined ? { uid: name } : {};
    const key = keyOf(name);
    const seat = { key, entryId: key + '0'.repeat(16), places: 1, picks: {}, ...whose, ...given };
    book = joined(book, { status: 'in', ...seat }, []);
  }
  return book;
}

export const keyOf = (name: string): string => `e${name.repeat(16)}`;
export const namesOf = (seats: Seat[]): string => seats.map(({ key }) => key[1]).join('');
export const statusesOf = ({ held }: SeatBook): string =>
  Object.values(held)
    .map(({ status }) => status)
    .join(' ');

export const chainOf = (of: ChainDraft, book: SeatBook): ChainDocument => ({
  ...{ _id: 'chain', request: 'r', state: 'open', createdAt: 0, rev: 1, settings: of, book, version: 1 },
  ...{ staff: [], staffUids: [], outbox: [], log: [] },
});
