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

/**
 * A text that waits for its check is for its staff only; a trashed chain is there for its owner until `purgeAt`, and its
 * participants are told that it is gone.
 */
export function isVisibleTo({ state, purgeAt = 0 }: ChainDocument, role: ChainRole, now: number): boolean {
  if (state === 'checking') return role !== 'visitor' && role !== 'participant';
  if (state === 'trashed') return now < purgeAt && role !== 'visitor';
  return true;
}
