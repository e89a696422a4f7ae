import type { ChainPhase, ChainView } from '../../../typings/contract/chains';
import type { ErrorCode } from '../../../typings/contract/errors';
import type { ChainDocument } from './document';
import { dayEnd } from './recurrence';

/** How long a trashed chain can be restored. */
export const TRASH_MS = 72 * 3_600_000;
export const STAFF_MAX = 20;
/** Live entries that one person may have entered in a chain. */
const ENTRIES_MAX = 20;

/** What of a chain time decides on. */
type Timed = Pick<ChainDocument, 'state' | 'date' | 'series'> & {
  settings: Pick<ChainDocument['settings'], 'opensAt' | 'closesAt' | 'recurrence'>;
};

/** At exactly `purgeAt` it is over, for every reader. */
export const isRestorable = (
  { state, purgeAt = 0 }: Pick<ChainDocument, 'state' | 'purgeAt'>,
  now: number,
): boolean => state === 'trashed' && now < purgeAt;

export const isGone = ({ state }: Pick<ChainDocument, 'state'>): boolean =>
  state === 'trashed' || state === 'erasing';

/** A recurring chain itself: its rounds take entries, it takes none. */
export const isSeries = ({ series, settings }: Timed): boolean =>
  series === undefined && settings.recurrence !== undefined;

/** 补卡: the day of this round is over, and its series lets people fill in later. */
export const isMakeUp = ({ date, settings: { recurrence } }: Timed, now: number): boolean =>
  date !== undefined && now >= dayEnd(date) && (recurrence?.makeUps ?? 0) > 0;

/** A slip is seen at once; what is in a missed round longer stays as it is. */
const UNDO_MS = 5 * 60_000;

/** A round that was filled in later, at `at`, can be left for a moment, although its day is over. */
export const canUndoMakeUp = (chain: Timed, at: number, now: number): boolean =>
  chain.state === 'open' && isMakeUp(chain, at) && now < at + UNDO_MS;

/** Its deadline has passed. */
export const isOver = ({ settings: { closesAt } }: Timed, now: number): boolean =>
  closesAt !== undefined && now >= closesAt;

/** Why nobody can edit, leave or join in the ordinary way at this time; places and persons are not looked at. */
export function refusalOf(chain: Timed, now: number): ErrorCode | undefined {
  if (isGone(chain)) return 'GONE';
  if (chain.state === 'checking') return 'NOT_OPEN_YET';
  if (chain.state !== 'open' || isSeries(chain)) return 'CLOSED';
  if (now < (chain.settings.opensAt ?? 0)) return 'NOT_OPEN_YET';
  return isOver(chain, now) ? 'CLOSED' : undefined;
}

/** What of a book a new entry depends on. */
type Room = Pick<ChainDocument['book'], 'left' | 'waits'>;

/** Whether one more person finds a place at once. */
const hasPlace = ({ left, waits }: Room): boolean => (left['total'] ?? 1) >= 1 && (waits['total'] ?? 0) === 0;

const hasRoom = ({ left }: Room): boolean => (left['room'] ?? 1) >= 1;

function openPhase(chain: Timed, room: Room, now: number): ChainPhase {
  const refusal = refusalOf(chain, now);
  if (refusal === 'NOT_OPEN_YET') return 'scheduled';
  // A recurring chain itself is open as long as its rounds are.
  if (refusal !== undefined && !isSeries(chain)) return 'closed';
  return hasPlace(room) && hasRoom(room) ? 'open' : 'full';
}

export function phaseFrom(chain: Timed, room: Room, now: number): ChainPhase {
  const { state } = chain;
  if (state === 'erasing') return 'trashed';
  return state === 'open' ? openPhase(chain, room, now) : state;
}

export const phaseOf = (chain: ChainDocument, now: number): ChainPhase => phaseFrom(chain, chain.book, now);

/** Why nobody can join at this time. A missed round takes those who fill in later; what is in it stays as it is. */
export function joinRefusalOf(chain: Timed, now: number): ErrorCode | undefined {
  const refusal = refusalOf(chain, now);
  return refusal === 'CLOSED' && chain.state === 'open' && isMakeUp(chain, now) ? undefined : refusal;
}

type Joining = Pick<ChainView, 'joining'> & { refusal?: ErrorCode };

const refused = (refusal: ErrorCode): Joining => ({ joining: 'refused', refusal });

/** What one more entry of one place, made by this person for somebody, would get. `key`: of the person. */
export function joiningOf(chain: ChainDocument, key: string, now: number): Joining {
  const { book, settings } = chain;
  const refusal = joinRefusalOf(chain, now);
  if (refusal) return refused(refusal);
  if (key in book.own && !settings.forOthers) return refused('ALREADY_JOINED');
  if ((book.live[key] ?? 0) >= ENTRIES_MAX) return refused('TOO_LARGE');
  if (!hasRoom(book)) return refused('FULL');
  if (settings.approval) return { joining: 'approval' };
  if (hasPlace(book)) return { joining: 'place' };
  return settings.waitlist ? { joining: 'waitlist' } : refused('FULL');
}
