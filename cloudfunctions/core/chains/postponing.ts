import { NEVER, type SeatBook } from '../seats/book';
import { type Write, writeOf } from '../seats/write';
import type { ChainDocument } from './document';

/**
 * Time in which nobody could confirm an offered place does not count: every offer ends so much later, but with the event at the
 * latest. ms
 */
export function postponeOffers(book: SeatBook, ms: number, eventAt: number = NEVER): Write {
  const offers = Object.values(book.held).flatMap(seat =>
    seat.until === undefined
      ? []
      : [{ ...seat, until: Math.max(seat.until, Math.min(seat.until + ms, eventAt)) }],
  );
  if (offers.length === 0) return { match: {}, update: {} };
  const held = { ...book.held, ...Object.fromEntries(offers.map(seat => [seat.key, seat])) };
  const soonest = Math.min(...offers.map(({ until }) => until));
  // Places that were freed and given to nobody yet stay due at once.
  const isOfOffer =
    offers.some(({ key }) => book.held[key]?.until === book.settleAt) || book.settleAt === NEVER;
  return writeOf(book, { ...book, held, settleAt: isOfOffer ? soonest : book.settleAt }, 'turn');
}

/** Of a chain that comes back from the trash. */
export const postponedOffers = ({ book, settings, trashedAt }: ChainDocument, now: number): Write =>
  postponeOffers(book, now - (trashedAt ?? now), settings.eventAt);
