import type { EntryDocument } from './document';
import { seatOf } from './keys';
import { claimDetails } from './store';
import type { Reader } from './views';

/**
 * Entries of which the book says that the reader took them over, and their details do not, because the call was killed in
 * between: writes it into them. One such entry at most; no request when there is none.
 */
export function finishClaims(
  entries: EntryDocument[],
  { chain, uid, now }: Reader,
): Promise<EntryDocument[]> {
  const isUnfinished = (entry: EntryDocument): boolean => {
    const seat = seatOf(chain.book, entry._id);
    return seat?.claimed === true && seat.uid === uid && entry.uid !== uid;
  };
  const finish = async (entry: EntryDocument): Promise<EntryDocument> =>
    (await claimDetails(entry._id, uid, { at: now, what: 'claimed', uid })) ?? entry;
  return Promise.all(entries.map(entry => (isUnfinished(entry) ? finish(entry) : entry)));
}
