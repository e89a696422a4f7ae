import { NEVER, type SeatBook } from '../seats/book';
import { type Write, writeOf } from '../seats/write';

/** Time in which nobody could confirm an offered place does not count: every offer ends so much later. ms */
export function postponeOffers(book: SeatBook, ms: number): Write {
  const offers = Object.values(book.held).flatMap(seat =>
    seat.until === undefined ? [] : [{ ...seat, until: seat.until + ms }],
  );
  if (offers.length === 0) return { match: {}, update: {} };
  const held = { ...book.held, ...Object.fromEntries(offers.map(seat => [seat.key, seat])) };
  const soonest = Math.min(...offers.map(({ until }) => until));
  // Places that were freed and given to nobody yet stay due at once.
  const isOfOffer = offers.some(({ until }) => until - ms === book.settleAt) || book.settleAt === NEVER;
  return writeOf(book, { ...book, held, settleAt: isOfOffer ? soonest : book.settleAt }, 'turn');
}
