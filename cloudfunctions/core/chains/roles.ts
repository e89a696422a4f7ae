import type { ChainRole } from '../../../typings/contract/chains';
import { personKey } from '../seats/book';
import type { ChainDocument, StaffMember } from './document';

/** Staff first, then whoever has to do with an entry. */
export const roleAmong = (staff: StaffMember[], uid: string, hasEntry: boolean): ChainRole =>
  staff.find(one => one.uid === uid)?.role ?? (hasEntry ? 'participant' : 'visitor');

/** What a person is in a chain: a participant has an entry of their own or made one for somebody. */
export function roleOf({ staff, book }: ChainDocument, uid: string): ChainRole {
  const key = personKey(uid);
  return roleAmong(staff, uid, key in book.own || (book.live[key] ?? 0) > 0);
}

/** A text that waits for its check is for its staff only; that a chain is trashed is for whoever has to do with it. */
export function isVisibleTo({ state }: ChainDocument, role: ChainRole): boolean {
  if (state === 'checking') return role !== 'visitor' && role !== 'participant';
  return (state !== 'trashed' && state !== 'erasing') || role !== 'visitor';
}
