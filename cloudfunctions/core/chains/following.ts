import { eraseAtOf } from '../entries/rules';
import { factOf } from '../notices/facts';
import type { Query, Update } from '../platform/database';
import { newBook } from '../seats/book';
import type { ChainDocument, ChainState } from './document';
import { roundSettings } from './new-chain';
import { dayOf } from './recurrence';

/** A round as far as following its series goes. */
export type RoundRow = Pick<
  ChainDocument,
  '_id' | 'state' | 'formerState' | 'announcement' | 'follows' | 'rev' | 'createdAt'
> & { date: string; isEmpty: boolean };

const isLive = (state: ChainState): boolean => state !== 'trashed' && state !== 'erasing';

/** Of a trashed one the state it goes back to. */
const ownState = ({ state, formerState = 'open' }: RoundRow): ChainState =>
  isLive(state) ? state : formerState;

/** What an organizer decided for one round alone stays, until the series itself is opened, closed or called off. */
function stateBeside(series: ChainDocument, row: RoundRow, today: string): ChainState {
  const isSteered = row.follows?.state !== series.state && row.date >= today;
  return isSteered ? series.state : ownState(row);
}

function stateParts(series: ChainDocument, row: RoundRow, today: string): Update {
  const { state, trashedAt, purgeAt, cancelReason } = series;
  if (isLive(state))
    return {
      $set: { state: stateBeside(series, row, today), ...(cancelReason !== undefined && { cancelReason }) },
      $unset: { formerState: '', trashedAt: '', purgeAt: '' },
    };
  const former = isLive(row.state) ? { formerState: row.state } : {};
  return { $set: { state, trashedAt, purgeAt, ...former } };
}

/** New settings reach rounds that nobody has joined and whose day has not passed. */
function settingsParts(series: ChainDocument, row: RoundRow, today: string): { match: Query; set: Query } {
  const isDue = row.isEmpty && row.date >= today && (row.follows?.rev ?? 0) < series.rev;
  // Which days there are is the same for all of them.
  if (!isDue) return { match: {}, set: { 'settings.recurrence': series.settings.recurrence } };
  const settings = roundSettings(series.settings, row.date);
  const eraseAt = eraseAtOf(settings, row.createdAt);
  return {
    match: { 'book.order.0': { $exists: false }, rev: row.rev },
    set: { settings, eraseAt, rev: row.rev + 1, book: newBook(settings) },
  };
}

const isNewer = (one: ChainDocument['announcement'], other: ChainDocument['announcement']): boolean =>
  one !== undefined && one.at > (other?.at ?? 0);

/** Whoever is in a round hears that it is called off; of a round with nobody in it nobody has to hear. */
function toldParts({ cancelReason }: ChainDocument, row: RoundRow, set: Query = {}, now: number): Update {
  const isCalledOff = set['state'] === 'cancelled' && ownState(row) !== 'cancelled';
  if (!isCalledOff || row.isEmpty) return {};
  const reason = cancelReason === undefined ? {} : { reason: cancelReason };
  return { $push: { outbox: factOf('cancelled', [], now, reason) } };
}

/** The write that makes a round follow its series; it matches nothing when the round knows a later version already. */
export function followingWrite(
  series: ChainDocument,
  row: RoundRow,
  now: number,
): { match: Query; update: Update } {
  const { version, staff, staffUids, announcement } = series;
  const today = dayOf(now);
  const { $set, ...rest } = stateParts(series, row, today);
  const settings = settingsParts(series, row, today);
  // What it is to go back to is remembered as it was.
  const state = isLive(series.state) ? series.state : (row.follows?.state ?? 'open');
  const rev = 'settings' in settings.set ? series.rev : (row.follows?.rev ?? 0);
  return {
    match: { _id: row._id, state: row.state, 'follows.version': { $lt: version }, ...settings.match },
    update: {
      ...rest,
      ...toldParts(series, row, $set, now),
      $set: {
        ...{ ...$set, ...settings.set, staff, staffUids, follows: { version, rev, state } },
        ...(isNewer(announcement, row.announcement) && { announcement }),
      },
    },
  };
}
