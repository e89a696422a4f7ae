import type { ChainDraft } from '../../../typings/contract/fields';
import { eraseAtOf } from '../entries/rules';
import { shortHash } from '../platform/crypto';
import { newBook, type StoredBook } from '../seats/book';
import type { ChainDocument, ChainState } from './document';
import { dayEnd, dayStart, timeOfDay } from './recurrence';

/** As it is stored: its book is read before it is worked with. */
export type NewChain = Omit<ChainDocument, 'book'> & { book: StoredBook };

/** The same request of the same person means the same chain. */
export const chainIdOf = (uid: string, request: string): string => shortHash('chain', uid, request);

interface Beginning {
  uid: string;
  request: string;
  settings: ChainDraft;
  state: ChainState;
  now: number;
}

export const newChain = ({ uid, request, settings, state, now }: Beginning): NewChain => ({
  ...{ _id: chainIdOf(uid, request), request, state, createdAt: now, rev: 1, settings },
  eraseAt: eraseAtOf(settings, now),
  staff: [{ uid, name: settings.organizerName, role: 'owner', successor: false }],
  staffUids: [uid],
  book: newBook(settings),
  outbox: [],
  version: 1,
  log: [
    { _id: shortHash('created', uid, request), at: now, by: settings.organizerName, uid, what: 'created' },
  ],
});

export const roundIdOf = (seriesId: string, date: string): string => shortHash('round', seriesId, date);

const WEEK_MS = 7 * 86_400_000;

/**
 * The instant of a round that stands to its event as `at` does to the event of the series; where there is no event near, the
 * same time on the round's day.
 */
function shifted(at: number, { eventAt }: ChainDraft, date: string): number {
  const onItsDay = (instant: number): number => dayStart(date) + timeOfDay(instant);
  if (eventAt === undefined || Math.abs(at - eventAt) > WEEK_MS) return onItsDay(at);
  return onItsDay(eventAt) + (at - eventAt);
}

/** Midnight as a deadline is the end of the day. */
function closingOf(settings: ChainDraft, date: string): number {
  const at = settings.closesAt === undefined ? dayEnd(date) : shifted(settings.closesAt, settings, date);
  return at === dayStart(date) ? dayEnd(date) : at;
}

function openingOf(settings: ChainDraft, date: string, closesAt: number): number | undefined {
  // Nobody can check in on a day that has not come.
  const first = settings.template === 'check-in' ? dayStart(date) : undefined;
  const at = settings.opensAt === undefined ? first : shifted(settings.opensAt, settings, date);
  return at !== undefined && at < closesAt ? at : undefined;
}

/** Settings of one day's round. */
export function roundSettings(settings: ChainDraft, date: string): ChainDraft {
  const { eventAt, opensAt: _, ...rest } = settings;
  const closesAt = closingOf(settings, date);
  const opensAt = openingOf(settings, date, closesAt);
  return {
    ...rest,
    closesAt,
    ...(eventAt !== undefined && { eventAt: shifted(eventAt, settings, date) }),
    ...(opensAt !== undefined && { opensAt }),
  };
}

/** One day of a recurring chain: a chain of its own, with the settings and staff of its series. */
export function newRound(series: ChainDocument, date: string, now: number): NewChain {
  const settings = roundSettings(series.settings, date);
  return {
    ...{ _id: roundIdOf(series._id, date), series: series._id, date, request: series.request },
    ...{ state: series.state, createdAt: now, rev: series.rev, settings },
    eraseAt: eraseAtOf(settings, now),
    ...{ staff: series.staff, staffUids: series.staffUids, book: newBook(settings), outbox: [], log: [] },
    ...{ version: 0, follows: { version: series.version, rev: series.rev, state: series.state } },
    ...(series.announcement && { announcement: series.announcement }),
    ...(series.cancelReason !== undefined && { cancelReason: series.cancelReason }),
  };
}
