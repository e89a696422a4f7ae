import type { ChainDocument } from '../chains/document';
import { changeChain, findChain } from '../chains/store';
import { type Refused, refuse } from '../gateway/refusal';
import { DatabaseOutage, type Query } from '../platform/database';
import type { SeatBook } from './book';
import { settled } from './changes';
import { joinWrite, type Newcomer } from './joining';
import { isUnsettled } from './rules';
import { isRunning, termsOf } from './terms';
import { type Guard, type Write, writeOf } from './write';

/** Somebody else was faster, or a reply was lost: read again and worked out again so often. */
const ATTEMPTS = 8;
/** After so many of them a change that is right whatever the queue is does without having seen all of it. */
const WHOLE_ATTEMPTS = 3;
/** What is left then is finished by the next call that needs it, or by the courier. */
const SETTLE_ATTEMPTS = 4;

/**
 * Undefined when it did not match, or when nobody knows: the next reading tells. Other settings may limit other things, so
 * every write is for the settings it was worked out from.
 */
async function tryWrite(
  chain: ChainDocument,
  match: Query,
  write: Write,
): Promise<ChainDocument | undefined> {
  try {
    return await changeChain(chain._id, { rev: chain.rev, ...match, ...write.match }, write.update);
  } catch (error) {
    if (error instanceof DatabaseOutage) return undefined;
    throw error;
  }
}

async function readAgain(chain: ChainDocument): Promise<ChainDocument> {
  const found = await findChain(chain._id);
  if (!found) throw new Error('a chain went away under a call');
  return found;
}

const RUNNING = { state: { $in: ['open', 'closed', 'checking'] } };

/**
 * Ends offers that ran out and gives free places to who waits for them, everybody told by the outbox. No request when there is
 * nothing to do; one as a rule.
 */
export async function settle(chain: ChainDocument, now: number): Promise<ChainDocument> {
  let current = chain;
  for (let attempt = 0; attempt < SETTLE_ATTEMPTS; attempt += 1) {
    const terms = termsOf(current, now);
    if (!isRunning(current) || !isUnsettled(current.book, now, terms.frozen)) return current;
    const write = writeOf(current.book, settled(current.book, terms), 'turn');
    const after = await tryWrite(current, RUNNING, write);
    if (after) return after;
    current = await readAgain(current);
  }
  return current;
}

/** What a change comes to on a chain as it is: a book; `done`: it is so already. */
export type Planned = Refused | 'done' | { book: SeatBook; match?: Query };

export type Changed = Refused | { ok: true; chain: ChainDocument };

interface Change {
  now: number;
  /** Worked out anew on every reading. Of a book that is settled. */
  plan(chain: ChainDocument): Planned;
  /** It takes nothing from anybody, so it may be done without having seen the whole queue. */
  freesOnly?: true;
}

/** Nobody waits before or after it: what happens elsewhere in the book does not matter. */
const isQueueless = (before: SeatBook, after: SeatBook): boolean => before.waiting + after.waiting === 0;

function writeFor(chain: ChainDocument, planned: { book: SeatBook }, now: number, isHasty: boolean): Write {
  const { book } = chain;
  if (isHasty) {
    const settleAt = book.waiting > 0 ? Math.min(book.settleAt, now) : book.settleAt;
    return writeOf(book, { ...planned.book, settleAt }, 'seats');
  }
  const after = settled(planned.book, termsOf(chain, now));
  const guard: Guard = isQueueless(book, after) ? 'seats' : 'turn';
  const write = writeOf(book, after, guard);
  return guard === 'turn' ? write : { ...write, match: { ...write.match, 'book.waiting': 0 } };
}

/** Changes seats in one write, which also gives what it frees to who waits; whatever that did not see is settled after it. */
export async function changeSeats(chain: ChainDocument, { now, plan, freesOnly }: Change): Promise<Changed> {
  let current = chain;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (!freesOnly) current = await settle(current, now);
    const planned = plan(current);
    if (planned === 'done') return { ok: true, chain: await settle(current, now) };
    if ('error' in planned) return planned;
    const isHasty = freesOnly === true && attempt >= WHOLE_ATTEMPTS;
    const write = writeFor(current, planned, now, isHasty);
    const after = await tryWrite(current, { ...RUNNING, ...planned.match }, write);
    if (after) return { ok: true, chain: await settle(after, now) };
    current = await readAgain(current);
  }
  return refuse('CONFLICT', { message: '改动的人太多，请再试一次' });
}

/** Gives a newcomer a place or one in the waiting list. Once more with the same entry changes nothing. */
export async function takeSeat(
  chain: ChainDocument,
  now: number,
  plan: (chain: ChainDocument) => Refused | Newcomer,
): Promise<Changed> {
  let current = chain;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const newcomer = plan(current);
    if ('error' in newcomer) return newcomer;
    if (current.book.order.includes(newcomer.entryId)) return { ok: true, chain: current };
    current = await settle(current, now);
    const write = joinWrite(current, newcomer, now);
    if ('error' in write) return write;
    const after = await tryWrite(current, { state: 'open' }, write);
    if (after) return { ok: true, chain: after };
    current = await readAgain(current);
  }
  return refuse('CONFLICT', { message: '报名的人太多，请再试一次' });
}
