import type { Answer } from '../../../typings/contract/entries';
import type { ChainField } from '../../../typings/contract/fields';
import type { LoggedEvent, StaffMember } from '../chains/document';
import type { EntryDocument, EntryEvent } from '../entries/document';
import type { Fact } from '../notices/facts';
import { personKey, type Seat, type SeatBook } from '../seats/book';

/** Stands where the name of somebody stood whose account is erased. */
export const ERASED_NAME = '已注销用户';

/** Nobody: an account that is erased made it, or wrote its personal answers. */
const NOBODY = '';

/** own: the person's; made: by the person for somebody else; touched: they only have to be taken off its list. */
export type Part = 'own' | 'made' | 'touched';

/** What a person has to do with an entry that names them. `seat`: what the book says, which decides. */
export function partOf(entry: EntryDocument, seat: Pick<Seat, 'uid'> | undefined, uid: string): Part {
  if ((seat?.uid ?? entry.uid) === uid) return 'own';
  return entry.by === uid ? 'made' : 'touched';
}

/** What others count by stays: choices and numbers. Texts, days and everything personal go. */
export function impersonalAnswers(
  fields: ChainField[],
  answers: Record<string, Answer>,
): Record<string, Answer> {
  const isCounted = ({ type, personal }: ChainField): boolean =>
    !personal && (type === 'single' || type === 'multiple' || type === 'number');
  const ids = new Set(fields.filter(isCounted).map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

/** An event without who did it, when that was the person. */
export function impersonalEvent<T extends EntryEvent>(event: T, uid: string): T {
  if (event.uid !== uid) return event;
  const { uid: _, ...rest } = event;
  return { ...rest, name: ERASED_NAME } as T;
}

/** The person's own entry under its new id: its place, its choices and its money, and nobody's name. */
export function ownEntryAfter(
  entry: EntryDocument,
  fields: ChainField[],
  uid: string,
  ids: { _id: string; request: string },
): EntryDocument {
  const { chain, by, byName, places, at, payment, paidFen, ended } = entry;
  return {
    ...{ ...ids, chain, people: [], name: ERASED_NAME, places, at, payment },
    ...(by !== undefined && { by, ...(byName !== undefined && { byName }) }),
    ...(paidFen !== undefined && { paidFen }),
    answers: impersonalAnswers(fields, entry.answers),
    ...(ended && { ended: { status: ended.status, at: ended.at } }),
    // A reason was said to the person.
    events: entry.events.map(({ detail: _, ...event }) => impersonalEvent(event, uid)),
  };
}

/** An entry that the person made for somebody: it stays as it is, save who made it. `sealed`: moved to the new id. */
export function madeEntryAfter(
  entry: EntryDocument,
  uid: string,
  { _id, request, sealed }: { _id: string; request: string; sealed?: Record<string, string> },
): EntryDocument {
  const { author, sealed: _, ...rest } = entry;
  return {
    ...{ ...rest, _id, request, by: NOBODY, byName: ERASED_NAME },
    people: entry.people.filter(one => one !== uid),
    ...(author !== undefined && { author: author === uid ? NOBODY : author }),
    ...(sealed && { sealed }),
    events: entry.events.map(event => impersonalEvent(event, uid)),
  };
}

const KEY_LENGTH = 17;
const keyOf = (entryId: string): string => entryId.slice(0, KEY_LENGTH);

function seatAfter({ uid: whose, by, claimed, ...seat }: Seat, uid: string, entryId: string): Seat {
  return {
    ...{ ...seat, key: keyOf(entryId), entryId },
    ...(whose !== undefined && whose !== uid && { uid: whose, ...(claimed && { claimed }) }),
    ...(by !== undefined && by !== uid && { by }),
  };
}

const without = <T>(map: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(map).filter(([key]) => key !== name));

/**
 * The book with these entries under other ids and without the person. Numbers, places and the queue stay as they are.
 * @param ids new ids by the old ones
 */
export function bookAfter(book: SeatBook, uid: string, ids: Map<string, string>): SeatBook {
  const held: SeatBook['held'] = {};
  const keys = new Map<string, string>();
  for (const [key, seat] of Object.entries(book.held)) {
    const entryId = ids.get(seat.entryId);
    const next = entryId === undefined ? seat : seatAfter(seat, uid, entryId);
    if (entryId !== undefined) keys.set(key, next.key);
    held[next.key] = next;
  }
  // Somebody's own seat that was made by the person is known to them under its new key.
  const claimed = Object.entries(book.claimed).map(([person, key]) => [person, keys.get(key) ?? key]);
  return {
    ...{ ...book, held },
    claimed: without(Object.fromEntries(claimed), personKey(uid)),
    others: without(book.others, personKey(uid)),
    order: book.order.map(entryId => ids.get(entryId) ?? entryId),
  };
}

/** Facts that name the person or an entry under its old id, as they are to be, by their place in the outbox. */
export function factsAfter(outbox: Fact[], uid: string, ids: Map<string, string>): Map<number, Fact> {
  const keys = new Map([...ids].map(([old, id]) => [keyOf(old), keyOf(id)]));
  const changed = outbox.map((fact): Fact => {
    const { to } = fact;
    return {
      ...fact,
      keys: fact.keys.map(key => keys.get(key) ?? key),
      ...(to && { to: to.map(one => (one === uid ? NOBODY : one)) }),
    };
  });
  const isChanged = (fact: Fact, index: number): boolean =>
    JSON.stringify(fact) !== JSON.stringify(outbox[index]);
  return new Map([...changed.entries()].filter(([index, fact]) => isChanged(fact, index)));
}

/** "张三、李四等 7 人" names several; how many there are stays. */
function impersonalSubject(subject: string): string {
  const more = /等 (\d+) 人$/.exec(subject)?.[1];
  const count = more === undefined ? subject.split('、').length : Number(more);
  return count === 1 ? ERASED_NAME : `${ERASED_NAME}等 ${count} 人`;
}

/** An event of a chain's history without the person's name; undefined when it has nothing to do with them. */
export function chainEventAfter(event: LoggedEvent, uid: string): LoggedEvent | undefined {
  const { uid: doer, about = [], subject, ...rest } = event;
  if (doer !== uid && !about.includes(uid)) return undefined;
  const isAbout = about.includes(uid) && subject !== undefined;
  const others = about.filter(one => one !== uid);
  return {
    ...rest,
    ...(doer === uid ? { by: ERASED_NAME } : doer !== undefined && { uid: doer }),
    ...(subject !== undefined && { subject: isAbout ? impersonalSubject(subject) : subject }),
    ...(others.length > 0 && { about: others }),
  };
}

export const staffWithout = (staff: StaffMember[], uid: string): StaffMember[] =>
  staff.filter(member => member.uid !== uid);

/** Pictures that a person uploaded: into `chains/<their uid>/`. */
export const imagesOf = (images: string[], uid: string): string[] =>
  images.filter(fileId => fileId.split('/').includes(uid));
