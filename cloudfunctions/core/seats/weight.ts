import type { SeatBook } from './book';

/** Characters of a book beyond which a chain may not fit into a reply of the database (1 MB): its settings take up to a third. */
const WEIGHT_MAX = 620_000;
/** What the parts of a book take in it; of an option beside its name, of a person in a map. */
const NUMBER_WEIGHT = 36;
const SEAT_WEIGHT = 60;
const PICK_WEIGHT = 5;
const PERSON_WEIGHT = 48;

function weightOf({ order, held, claimed, others }: SeatBook): number {
  const persons = Object.keys(claimed).length + Object.keys(others).length;
  let weight = order.length * NUMBER_WEIGHT + persons * PERSON_WEIGHT;
  for (const { picks } of Object.values(held)) {
    weight += SEAT_WEIGHT;
    for (const option of Object.keys(picks)) weight += option.length + PICK_WEIGHT;
  }
  return weight;
}

/** Nothing may be added to it any more. */
export const isHeavy = (book: SeatBook): boolean => weightOf(book) > WEIGHT_MAX;
