import type { ChainEvent } from '../../../typings/contract/chains';
import type { EntryEvent } from './document';
import type { Reader } from './views';

/** Something that one of the staff did to an entry now. */
export function staffEvent(
  { chain, uid, now }: Reader,
  what: ChainEvent['what'],
  detail?: string,
): EntryEvent {
  const name = chain.staff.find(one => one.uid === uid)?.name;
  return { at: now, what, uid, ...(name !== undefined && { name }), ...(detail !== undefined && { detail }) };
}
