import type { ChainDocument } from '../../../cloudfunctions/core/chains/document';
import { capacitiesOf, ROOM, type Seat, type SeatBook } from '../../../cloudfunctions/core/seats/book';

type Counts = Record<string, number>;

const isHolder = ({ status }: Seat): boolean => status === 'in' || status === 'offered';

/** What a seat wants of what is limited. Written once more, on purpose, without the rules it judges. */
export function wants({ settings }: ChainDocument, { places, picks }: Seat): Counts {
  const limited = capacitiesOf(settings);
  const all: Counts = { total: places, ...picks };
  return Object.fromEntries(Object.entries(all).filter(([name]) => limited[name] !== undefined));
}

const numbered = (book: SeatBook): Seat[] =>
  book.order.flatMap(id => Object.values(book.held).find(({ entryId }) => entryId === id) ?? []);

export function leftOf(chain: ChainDocument): Counts {
  const left: Counts = { ...capacitiesOf(chain.settings) };
  for (const seat of Object.values(chain.book.held).filter(isHolder))
    for (const [name, amount] of Object.entries(wants(chain, seat))) left[name] = (left[name] ?? 0) - amount;
  return left;
}

/** The waiting list, one after the other: who could be let in, and what each of the others lacks. */
export function judge(chain: ChainDocument): { due: string[]; lacks: Map<string, string[]> } {
  const left = leftOf(chain);
  const closed = new Set<string>();
  const due: string[] = [];
  const lacks = new Map<string, string[]>();
  for (const seat of numbered(chain.book).filter(({ status }) => status === 'waiting')) {
    const wanted = Object.entries(wants(chain, seat));
    const missing = wanted.filter(([name, amount]) => closed.has(name) || (left[name] ?? 0) < amount);
    for (const [name] of missing) closed.add(name);
    if (missing.length > 0) {
      lacks.set(
        seat.key,
        missing.map(([name]) => name),
      );
      continue;
    }
    due.push(seat.key);
    for (const [name, amount] of wanted) left[name] = (left[name] ?? 0) - amount;
  }
  return { due, lacks };
}

/** What must be true of every book at every moment. */
export function expectSound(chain: ChainDocument): void {
  const { book } = chain;
  const seats = Object.values(book.held);
  for (const amount of Object.values(leftOf(chain))) expect(amount).toBeGreaterThanOrEqual(0);
  expect(book.left).toEqual({ ...leftOf(chain), room: ROOM - seats.length });
  expect(book.waiting).toBe(seats.filter(({ status }) => status === 'waiting').length);
  expect(new Set(book.order).size).toBe(book.order.length);
  for (const { entryId } of seats) expect(book.order).toContain(entryId);
  const uids = seats.flatMap(({ uid }) => uid ?? []);
  expect(new Set(uids).size).toBe(uids.length);
  const makers = seats.flatMap(({ by }) => by ?? []);
  for (const [person, count] of Object.entries(book.others))
    expect(makers.filter(by => `p${by}` === person)).toHaveLength(count);
  const claimed = seats.flatMap(({ uid, claimed: isClaimed, key }) => (isClaimed ? [[`p${uid}`, key]] : []));
  expect(book.claimed).toEqual(Object.fromEntries(claimed));
}

/** What a seat took in one write. */
function takenBy(before: ChainDocument, after: ChainDocument, seat: Seat): Counts {
  const old = before.book.held[seat.key];
  const had = old && isHolder(old) ? wants(before, old) : {};
  const has = isHolder(seat) ? wants(after, seat) : {};
  return Object.fromEntries(
    Object.entries(has)
      .map(([name, amount]) => [name, amount - (had[name] ?? 0)] as const)
      .filter(([, amount]) => amount > 0),
  );
}

/** Nobody new takes what somebody who waits could have, or lacks nothing else. */
function expectNobodyOvertaken(before: ChainDocument, taken: Counts): void {
  const names = Object.keys(taken);
  const { due, lacks } = judge(before);
  for (const key of due) {
    const seat = before.book.held[key];
    for (const name of names) expect(Object.keys(seat ? wants(before, seat) : {})).not.toContain(name);
  }
  for (const missing of lacks.values()) expect(missing.every(name => names.includes(name))).toBe(false);
}

const isQueued = (seat: Seat): boolean => !isHolder(seat);

/** Those who had no place and have one now. */
const promotedBy = (before: ChainDocument, after: ChainDocument): string[] =>
  Object.values(after.book.held)
    .filter(seat => isHolder(seat) && before.book.held[seat.key]?.entryId === seat.entryId)
    .flatMap(({ key }) => {
      const old = before.book.held[key];
      return old && isQueued(old) ? [key] : [];
    });

/** What one write may do to the people in the book; `before` and `after` are sound. */
export function expectFair(before: ChainDocument, after: ChainDocument): void {
  expect(after.book.order.slice(0, before.book.order.length)).toEqual(before.book.order);
  const promoted = promotedBy(before, after);
  // Other capacities at the same moment: who gains by them is judged as promoted.
  const others = Object.values(after.book.held).filter(({ key }) => !promoted.includes(key));
  for (const seat of before.rev === after.rev ? others : []) {
    const taken = takenBy(before, after, seat);
    if (Object.keys(taken).length > 0) expectNobodyOvertaken(before, taken);
  }
  // As if they were still waiting: each of them is next.
  const held = Object.entries(after.book.held).map(([key, seat]) => [
    key,
    promoted.includes(key) ? { ...seat, status: 'waiting' } : seat,
  ]);
  const waiting = { ...after, book: { ...after.book, held: Object.fromEntries(held) } };
  expect(judge(waiting).due).toEqual(expect.arrayContaining(promoted));
}

/** What must be true when nobody is at it any more and the book was settled. */
export function expectSettled(chain: ChainDocument, now: number): void {
  const { due, lacks } = judge(chain);
  expect(due).toEqual([]);
  const marks: Counts = {};
  for (const missing of lacks.values()) for (const name of missing) marks[name] = (marks[name] ?? 0) + 1;
  for (const [name, count] of Object.entries(chain.book.waits))
    expect(count).toBeLessThanOrEqual(marks[name] ?? 0);
  const ends = Object.values(chain.book.held).flatMap(({ until }) => until ?? []);
  expect(chain.book.settleAt).toBeGreaterThan(now);
  for (const until of ends) expect(until).toBeGreaterThan(now);
}
