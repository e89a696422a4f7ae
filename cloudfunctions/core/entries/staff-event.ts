import type { ChainEvent } from '../../../typings/contract/chains';
import type { EntryDocument, EntryEvent } from './document';
import type { Reader } from './views';

/** Something that happened to an entry now by its person, by who made it for them, or by one of the staff. */
export function entryEventBy(
  reader: Reader,
  entry: EntryDocument | undefined,
  what: ChainEvent['what'],
): EntryEvent {
  const { uid } = reader;
  if (entry?.uid !== uid && entry?.by !== uid) return staffEvent(reader, what);
  const name = entry.uid === uid ? entry.name : entry.byName;
  return name === undefined ? staffEvent(reader, what) : { at: reader.now, what, uid, name };
}

/** Something that one of the staff did to an entry now. */
export function staffEvent(
  { chain, uid, now }: Reader,
  what: ChainEvent['what'],
  detail?: string,
): EntryEvent {
  const name = chain.staff.find(one => one.uid === uid)?.name;
  return { at: now, what, uid, ...(name !== undefined && { name }), ...(detail !== undefined && { detail }) };
}
