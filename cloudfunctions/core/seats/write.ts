import type { Query, Update } from '../platform/database';
import { type Amounts, encodeSeat, type SeatBook } from './book';

/** A conditional write on a chain's document; whoever sends it adds `_id`. */
export interface Write {
  match: Query;
  update: Update;
}

/**
 * What a write is worked out from. `turn`: everything as it was read, save that people may have joined. `seats`: only the seats
 * it changes are as they were read; for what is right whatever else happened.
 */
export type Guard = 'turn' | 'seats';

const ABSENT = { $exists: false };
const none = { $not: { $gt: 0 } };

const touchedKeys = ({ held: before }: SeatBook, { held: after }: SeatBook): string[] => [
  ...Object.keys(before).filter(key => before[key] !== after[key]),
  ...Object.keys(after).filter(key => !(key in before)),
];

interface SeatParts {
  /** As the seats were read; whatever else is matched, nobody may have taken those that are new. */
  asRead: Query;
  asNew: Query;
  set: Query;
  unset: Query;
}

function seatParts(before: SeatBook, after: SeatBook): SeatParts {
  const parts: SeatParts = { asRead: {}, asNew: {}, set: {}, unset: {} };
  for (const key of touchedKeys(before, after)) {
    const path = `book.seats.${key}`;
    const [old, next] = [before.held[key], after.held[key]];
    if (old) parts.asRead[path] = encodeSeat(old);
    else parts.asNew[path] = ABSENT;
    if (next) parts.set[path] = encodeSeat(next);
    else parts.unset[path] = '';
  }
  return parts;
}

interface Parts {
  set: Query;
  unset: Query;
  inc: Query;
}

/** Amounts are added to, because people join meanwhile; `isSet`: a new one begins with its value. */
function amountParts(path: string, before: Amounts, after: Amounts, isSet: boolean): Parts {
  const parts: Parts = { set: {}, unset: {}, inc: {} };
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, next] = [before[name], after[name]];
    if (next === undefined) parts.unset[`${path}.${name}`] = '';
    else if (old === undefined && isSet) parts.set[`${path}.${name}`] = next;
    else if (next !== (old ?? 0)) parts.inc[`${path}.${name}`] = next - (old ?? 0);
  }
  return parts;
}

function claimedParts({ claimed: before }: SeatBook, { claimed: after }: SeatBook): Omit<Parts, 'inc'> {
  const changed = (one: SeatBook['claimed'], other: SeatBook['claimed']) =>
    Object.entries(one).filter(([person, key]) => other[person] !== key);
  const paths = (entries: [string, string][], value?: string): Query =>
    Object.fromEntries(entries.map(([person, key]) => [`book.claimed.${person}`, value ?? key]));
  const gone = changed(before, after).filter(([person]) => !(person in after));
  return { set: paths(changed(after, before)), unset: paths(gone, '') };
}

/** Nobody takes what is not there, whoever else was faster. */
const roomFor = (left: Query): Query =>
  Object.fromEntries(
    Object.entries(left).flatMap(([path, change]) =>
      typeof change === 'number' && change < 0 ? [[path, { $gte: -change }]] : [],
    ),
  );

const withoutEmpty = (update: Update): Update =>
  Object.fromEntries(Object.entries(update).filter(([, fields]) => Object.keys(fields).length > 0));

/** Only what saw the whole book may put off when it is settled. */
function settleParts(before: SeatBook, after: SeatBook, guard: Guard): Pick<Update, '$set' | '$min'> {
  const at = { 'book.settleAt': after.settleAt };
  if (guard === 'turn') return before.settleAt === after.settleAt ? {} : { $set: at };
  return after.settleAt < before.settleAt ? { $min: at } : {};
}

/** The write that makes one book into the other. `isJoin`: it can make nobody due, so it leaves `turn` alone. */
export function writeOf(before: SeatBook, after: SeatBook, guard: Guard, isJoin = false): Write {
  const seats = seatParts(before, after);
  const left = amountParts('book.left', before.left, after.left, true);
  const waits = amountParts('book.waits', before.waits, after.waits, false);
  const others = amountParts('book.others', before.others, after.others, false);
  const claimed = claimedParts(before, after);
  const waiting = after.waiting - before.waiting;
  const settle = settleParts(before, after, guard);
  const numbered = after.order.slice(before.order.length);
  return {
    match: {
      ...{ ...roomFor(left.inc), ...seats.asNew },
      ...(guard === 'turn' ? { 'book.turn': before.turn } : seats.asRead),
    },
    update: withoutEmpty({
      ...settle,
      $set: { ...seats.set, ...left.set, ...claimed.set, ...settle.$set },
      $unset: { ...seats.unset, ...left.unset, ...waits.unset, ...others.unset, ...claimed.unset },
      $inc: {
        ...{ ...left.inc, ...waits.inc, ...others.inc },
        ...(waiting !== 0 && { 'book.waiting': waiting }),
        ...(!isJoin && { 'book.turn': 1 }),
      },
      $push: {
        ...(numbered.length > 0 && { 'book.order': { $each: numbered } }),
        ...(after.facts.length > 0 && { outbox: { $each: after.facts } }),
      },
    }),
  };
}

/** Nobody waits for any of these. */
export const nobodyWaitsFor = (resources: string[]): Query =>
  Object.fromEntries(resources.map(resource => [`book.waits.${resource}`, none]));

/** Each of these is as short as it was. */
export const stillLacking = (lacks: string[], demand: Amounts): Query[] =>
  lacks.map(resource => ({
    $or: [
      { [`book.left.${resource}`]: { $lt: demand[resource] ?? 0 } },
      { [`book.waits.${resource}`]: { $gt: 0 } },
    ],
  }));
