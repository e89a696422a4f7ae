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

/** `none`: it did not match; `unknown`: nobody knows, and it may even take effect later. */
type Written = ChainDocument | 'none' | 'unknown';

/** Other settings may limit other things, so every write is for the settings it was worked out from. */
async function tryWrite(chain: ChainDocument, { match, update }: Write): Promise<Written> {
  try {
    return (await changeChain(chain._id, { rev: chain.rev, ...match }, update)) ?? 'none';
  } catch (error) {
    if (error instanceof DatabaseOutage) return 'unknown';
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
    const { match, update } = writeOf(current.book, settled(current.book, terms), 'turn');
    const after = await tryWrite(current, { match: { ...RUNNING, ...match }, update });
    if (typeof after === 'object') return after;
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

/** A chain as it is, and what is to be done on it: a write, or nothing any more. */
type Step = [chain: ChainDocument, next: Changed | Write];

/** `isCertain`: no write can still be on its way that does it after all. */
export type Insisted = Changed & { isCertain: boolean };

/** Works out the step and takes it, on the chain read again, until it comes to something; `tries` counts from 0. */
async function insist(
  chain: ChainDocument,
  stepOn: (read: ChainDocument, tries: number) => Promise<Step>,
): Promise<Insisted> {
  let read = chain;
  let isCertain = true;
  for (let tries = 0; ; tries += 1) {
    const [current, next] = await stepOn(read, tries);
    if (!('match' in next)) return { ...next, isCertain };
    if (tries === ATTEMPTS)
      return { ...refuse('CONFLICT', { message: '同时操作的人太多，请再试一次' }), isCertain };
    const after = await tryWrite(current, next);
    if (typeof after === 'object') return { ok: true, chain: after, isCertain };
    isCertain &&= after === 'none';
    read = await readAgain(current);
  }
}

/** The step that a plan comes to. */
function stepFor(chain: ChainDocument, planned: Planned, now: number, isHasty: boolean): Changed | Write {
  if (planned === 'done') return { ok: true, chain };
  if ('error' in planned) return planned;
  if (!isRunning(chain)) return refuse('CLOSED');
  const { match, update } = writeFor(chain, planned, now, isHasty);
  return { match: { ...RUNNING, ...planned.match, ...match }, update };
}

/** Changes seats in one write, which also gives what it frees to who waits; whatever that did not see is settled after it. */
export async function changeSeats(chain: ChainDocument, { now, plan, freesOnly }: Change): Promise<Changed> {
  const changed = await insist(chain, async (read, tries) => {
    const current = freesOnly ? read : await settle(read, now);
    const isHasty = freesOnly === true && tries >= WHOLE_ATTEMPTS;
    return [current, stepFor(current, plan(current), now, isHasty)];
  });
  return changed.ok
    ? { ok: true, chain: await settle(changed.chain, now) }
    : { ok: false, error: changed.error };
}

/** Gives a newcomer a place or one in the waiting list. Once more with the same entry changes nothing. */
export const takeSeat = (
  chain: ChainDocument,
  now: number,
  plan: (chain: ChainDocument) => Refused | Newcomer,
): Promise<Insisted> =>
  insist(chain, async read => {
    const current = await settle(read, now);
    const newcomer = plan(current);
    if ('error' in newcomer) return [current, newcomer];
    const isDone = current.book.order.includes(newcomer.entryId);
    return [current, isDone ? { ok: true, chain: current } : joinWrite(current, newcomer, now)];
  });
