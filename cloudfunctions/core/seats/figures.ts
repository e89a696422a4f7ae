import type { Amounts, Seat, SeatBook } from './book';
import { holdsPlaces, queueOf } from './rules';

export { numbersOf } from './rules';

/** Places in the waiting list by entry id; 1 is next. */
export const waitPositionsOf = (book: SeatBook): Map<string, number> =>
  new Map(queueOf(book).map(({ entryId }, index) => [entryId, index + 1]));

const holders = ({ held }: SeatBook): Seat[] => Object.values(held).filter(holdsPlaces);

/** Places that are taken, those of offers included. */
export const placesTaken = (book: SeatBook): number =>
  holders(book).reduce((sum, { places }) => sum + places, 0);

/** How often each option (`<field>_<option>`) was chosen by who has a place. */
export function optionCountsOf(book: SeatBook): Amounts {
  const counts: Amounts = {};
  for (const { picks } of holders(book))
    for (const [option, count] of Object.entries(picks)) counts[option] = (counts[option] ?? 0) + count;
  return counts;
}

/** Options that somebody in the book chose, with or without a place. */
export const chosenOptions = ({ held }: SeatBook): Set<string> =>
  new Set(Object.values(held).flatMap(({ picks }) => Object.keys(picks)));
