import type { ChainDocument } from '../chains/document';
import { NUMBERS_MAX, ROOM, type Seat, type SeatBook } from '../seats/book';
import { withSeats } from '../seats/changes';
import { refuseCrowd } from '../seats/joining';
import { demandOf, lacking, walkQueue } from '../seats/rules';
import { type Changed, changeSeats, type Planned } from '../seats/store';
import { termsOf } from '../seats/terms';
import { nobodyWaitsFor } from '../seats/write';

/** Somebody whom the organizers enter: no approval is needed, and nobody's limit of entries counts. */
export type Line = Pick<Seat, 'key' | 'entryId' | 'places' | 'picks'>;

/** What the next ones find: worked out along the way, because walking the queue for each of 500 takes seconds. */
interface Offer {
  left: SeatBook['left'];
  waits: SeatBook['waits'];
  /** How many more can be numbered. */
  room: number;
}

function offerOf(chain: ChainDocument, now: number): Offer {
  const { book } = chain;
  const room = Math.min(book.left['room'] ?? ROOM, NUMBERS_MAX - book.order.length);
  const { waits } = walkQueue(book, termsOf(chain, now).frozen);
  return { left: { ...book.left }, waits: { ...waits }, room: refuseCrowd(chain) ? 0 : room };
}

/** What one line gets of it; undefined: nothing. */
function takeFrom(offer: Offer, line: Line, waitlist: boolean): { seat: Seat; lacks: string[] } | undefined {
  const demand = demandOf(line, offer.left);
  const lacks = lacking(demand, offer.left, offer.waits);
  if (offer.room < 1 || (lacks.length > 0 && !waitlist)) return undefined;
  offer.room -= 1;
  for (const resource of lacks) offer.waits[resource] = (offer.waits[resource] ?? 0) + 1;
  if (lacks.length > 0) return { seat: { ...line, status: 'waiting' }, lacks };
  for (const [resource, amount] of Object.entries(demand))
    offer.left[resource] = (offer.left[resource] ?? 0) - amount;
  return { seat: { ...line, status: 'in' }, lacks };
}

function planOf(chain: ChainDocument, lines: Line[], now: number): Planned {
  const { book, settings } = chain;
  const numbered = new Set(book.order);
  const offer = offerOf(chain, now);
  const given = lines
    .filter(({ key, entryId }) => !numbered.has(entryId) && !(key in book.held))
    .flatMap(line => takeFrom(offer, line, settings.waitlist) ?? []);
  if (given.length === 0) return 'done';
  const seats = given.map(({ seat }) => seat);
  const waits = { ...book.waits };
  for (const resource of given.flatMap(({ lacks }) => lacks)) waits[resource] = (waits[resource] ?? 0) + 1;
  const ids = seats.map(({ entryId }) => entryId);
  const after = withSeats(book, Object.fromEntries(seats.map(seat => [seat.key, seat])));
  const placed = seats.filter(({ status }) => status === 'in');
  const taken = new Set(placed.flatMap(seat => Object.keys(demandOf(seat, book.left))));
  return {
    book: { ...after, waits, order: [...book.order, ...ids] },
    match: { ...nobodyWaitsFor([...taken]), 'book.order': { $nin: ids } },
  };
}

/**
 * Seats for many at once, in their order, in one write: each gets what a join would get. Who has a number already is left as
 * they are, so the same call again changes nothing.
 */
export const seatMany = (chain: ChainDocument, lines: Line[], now: number): Promise<Changed> =>
  changeSeats(chain, { now, plan: read => planOf(read, lines, now) });
