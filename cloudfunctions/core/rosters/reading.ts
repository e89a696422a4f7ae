import type { RosterView } from '../../../typings/contract/notices';
import type { ChainDocument } from '../chains/document';
import type { Seat } from '../seats/book';
import { type Answered, rosterView } from './rules';
import { readNamed } from './store';

const statusOf = ({ status }: Seat): Answered['status'] => (status === 'offered' ? 'in' : status);

/** A roster beside the entries of its chain: one request. */
export async function compareWithRoster({ book }: ChainDocument, names: string[]): Promise<RosterView> {
  const seats = Object.values(book.held);
  const entryNames = await namesOf(seats.map(({ entryId }) => entryId));
  const answered = seats.flatMap((seat): Answered[] => {
    const name = entryNames.get(seat.entryId);
    return name === undefined ? [] : [{ entryId: seat.entryId, name, status: statusOf(seat) }];
  });
  return rosterView(names, answered);
}

/** Names of entries by their ids: one request. */
export async function namesOf(entryIds: string[]): Promise<Map<string, string>> {
  return new Map((await readNamed(entryIds)).map(({ _id, name }) => [_id, name]));
}
