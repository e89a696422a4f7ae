import type { ChainDraft } from '../../../typings/contract/fields';
import { type Amounts, capacitiesOf, type Resource, type Seat, type SeatBook } from './book';
import { moved, settled, type Terms } from './changes';
import { demandOf, holdsPlaces, inOrder } from './rules';
import { type Write, writeOf } from './write';

type Limits = Pick<ChainDraft, 'capacity' | 'fields'>;

/** What is left of each when the capacities are these; below 0: so many too many. */
function leftOf(book: SeatBook, capacities: Amounts): Amounts {
  const left = { ...capacities };
  for (const seat of Object.values(book.held).filter(holdsPlaces))
    for (const [resource, amount] of Object.entries(demandOf(seat, capacities)))
      left[resource] = (left[resource] ?? 0) - amount;
  return left;
}

/** Who loses the place when there is less: of those who take part in what is too much, the latest numbers first. */
function displacedBy(book: SeatBook, capacities: Amounts): Seat[] {
  const left = leftOf(book, capacities);
  const isTooMuch = (resource: Resource): boolean => (left[resource] ?? 0) < 0;
  const displaced: Seat[] = [];
  for (const seat of inOrder(book, holdsPlaces).reverse()) {
    const demand = demandOf(seat, capacities);
    if (!Object.keys(demand).some(isTooMuch)) continue;
    displaced.push(seat);
    for (const [resource, amount] of Object.entries(demand)) left[resource] = (left[resource] ?? 0) + amount;
  }
  return displaced.reverse();
}

/** Limits on what was unlimited count what was taken before: nobody may join meanwhile. */
function nobodyJoinedSince({ order, left }: SeatBook, capacities: Amounts): Write['match'] {
  const isNew = Object.keys(capacities).some(resource => !(resource in left));
  return isNew ? { [`book.order.${order.length}`]: { $exists: false } } : {};
}

export type Recapacity = ({ ok: true; moved: string[] } & Write) | { ok: false; displaced: string[] };

/**
 * The part of a change of settings that concerns the places: adds to, takes from, sets and lifts limits, moves whom it
 * displaces to the waiting list (only when `toWaitlist` names exactly them) and promotes whoever fits then. One write together
 * with the settings; on a failed match everything is to be read and worked out again. Entry ids.
 */
export function recapacity(
  book: SeatBook,
  after: Limits,
  toWaitlist: string[] | undefined,
  terms: Terms,
): Recapacity {
  const capacities = capacitiesOf(after);
  const displaced = displacedBy(book, capacities);
  const ids = displaced.map(({ entryId }) => entryId);
  const accepted = new Set(toWaitlist);
  if (accepted.size !== ids.length || !ids.every(id => accepted.has(id)))
    return { ok: false, displaced: ids };
  const { room = 0 } = book.left;
  const limited = { ...book, left: { ...leftOf(book, capacities), room } };
  const next = settled(moved(limited, displaced, terms.now), terms);
  const { match, update } = writeOf(book, next, 'turn');
  return { ok: true, match: { ...match, ...nobodyJoinedSince(book, capacities) }, update, moved: ids };
}
