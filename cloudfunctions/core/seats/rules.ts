import { type Amounts, KEY_LENGTH, type Resource, type Seat, type SeatBook } from './book';

/** What an entry takes of that which can run out, `room` aside. */
export function demandOf({ places, picks }: Pick<Seat, 'places' | 'picks'>, left: Amounts): Amounts {
  const demand: Amounts = {};
  if ('total' in left) demand['total'] = places;
  for (const option of Object.keys(picks)) if (option in left) demand[option] = picks[option] ?? 0;
  return demand;
}

export const holdsPlaces = ({ status }: Pick<Seat, 'status'>): boolean =>
  status === 'in' || status === 'offered';

/** Numbers of all entries there ever were, from 1. */
export const numbersOf = ({ order }: SeatBook): Map<string, number> =>
  new Map(order.map((entryId, index) => [entryId, index + 1]));

/** Seats in the order of their numbers. */
export function inOrder({ order, held }: SeatBook, isWanted: (seat: Seat) => boolean): Seat[] {
  const seats: Seat[] = [];
  for (const entryId of order) {
    const seat = held[entryId.slice(0, KEY_LENGTH)];
    if (seat?.entryId === entryId && isWanted(seat)) seats.push(seat);
  }
  return seats;
}

const isWaiting = ({ status }: Seat): boolean => status === 'waiting';

/** The queue, the next one first. */
export const queueOf = (book: SeatBook): Seat[] => (book.waiting === 0 ? [] : inOrder(book, isWaiting));

/** The waiting list as it stands. */
export interface Queue {
  /** Who can have a place now, in order. */
  due: Seat[];
  /** How many of the others lack a resource. */
  waits: Amounts;
}

/** What of a demand is not to be had: there is too little, or somebody before it waits for the same. */
export const lacking = (demand: Amounts, left: Amounts, waits: Amounts): Resource[] =>
  Object.keys(demand).filter(
    resource => (left[resource] ?? 0) < (demand[resource] ?? 0) || (waits[resource] ?? 0) > 0,
  );

function addAll(amounts: Amounts, more: Amounts, sign: 1 | -1): void {
  for (const resource of Object.keys(more))
    amounts[resource] = (amounts[resource] ?? 0) + sign * (more[resource] ?? 0);
}

const once = (resources: Resource[]): Amounts => Object.fromEntries(resources.map(resource => [resource, 1]));

function walk(book: SeatBook, frozen: boolean): Queue {
  const left = { ...book.left };
  const waits: Amounts = {};
  const due: Seat[] = [];
  for (const seat of queueOf(book)) {
    const demand = demandOf(seat, left);
    const lacks = frozen ? Object.keys(demand) : lacking(demand, left, waits);
    addAll(waits, once(lacks), 1);
    if (lacks.length > 0 || frozen) continue;
    due.push(seat);
    addAll(left, demand, -1);
  }
  return { due, waits };
}

/** Books are never changed, only replaced, so each is walked once. */
const walked = { frozen: new WeakMap<SeatBook, Queue>(), running: new WeakMap<SeatBook, Queue>() };

/**
 * Walks the queue in the order of numbers. Who does not fit keeps what they lack from everybody behind them: nobody is
 * overtaken where they wait. What they do not lack goes on being given: one person who waits for a full option does not close
 * a chain that has places. `frozen`: nobody is promoted any more, and nobody new overtakes anybody.
 */
export function walkQueue(book: SeatBook, frozen = false): Queue {
  const known = frozen ? walked.frozen : walked.running;
  const queue = known.get(book) ?? walk(book, frozen);
  known.set(book, queue);
  return queue;
}

/** Offers that were not taken in time. At exactly `until` it is over. */
export const overdueOffers = (book: SeatBook, now: number): Seat[] =>
  inOrder(book, ({ status, until = 0 }) => status === 'offered' && now >= until);

/** People who keep others from places that they do not wait for any more. */
const isBlockedInVain = (stored: Amounts, waits: Amounts): boolean =>
  Object.entries(stored).some(([resource, count]) => count > (waits[resource] ?? 0));

/** Whether offers end, places are free for people who wait, or the marks of the queue are out of date. */
export function isUnsettled(book: SeatBook, now: number, frozen = false): boolean {
  if (now >= book.settleAt) return true;
  const { due, waits } = walkQueue(book, frozen);
  return due.length > 0 || isBlockedInVain(book.waits, waits);
}
