import type { ChainRole } from '../../../typings/contract/chains';
import { personKey } from '../seats/book';
import type { ChainDocument } from './document';

/** What a person is in a chain: staff first, then whoever has an entry of their own or made one for somebody. */
export function roleOf({ staff, book }: ChainDocument, uid: string): ChainRole {
  const member = staff.find(one => one.uid === uid);
  if (member) return member.role;
  const key = personKey(uid);
  return key in book.own || (book.live[key] ?? 0) > 0 ? 'participant' : 'visitor';
}

/** A text that waits for its check is for its staff only; that a chain is trashed is for whoever has to do with it. */
export function isVisibleTo({ state }: ChainDocument, role: ChainRole): boolean {
  if (state === 'checking') return role !== 'visitor' && role !== 'participant';
  return (state !== 'trashed' && state !== 'erasing') || role !== 'visitor';
}
