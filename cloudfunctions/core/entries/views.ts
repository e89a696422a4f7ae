import type { ChainRole } from '../../../typings/contract/chains';
import type { Answer, EntryView } from '../../../typings/contract/entries';
import type { ChainDocument } from '../chains/document';
import { isAtLeast } from '../chains/gate';
import { canUndoMakeUp, isMakeUp, refusalOf } from '../chains/rules';
import { personKey, type Seat } from '../seats/book';
import { numbersOf, waitPositionsOf } from '../seats/figures';
import type { EntryDocument } from './document';
import { seatOf } from './keys';
import { maskedName } from './masks';
import { clearAnswers, maskedAnswers } from './personal';
import { amountDue } from './rules';

/** Who looks at entries, and at which moment of the chain. */
export interface Reader {
  chain: ChainDocument;
  role: ChainRole;
  uid: string;
  now: number;
}

/**
 * Whose an entry is, seen from a person. Who made it has no more to do with it once its person took it over; what the staff
 * keyed in is nobody's.
 */
export function mineOf(
  { uid, by, keyedIn }: Pick<Seat, 'uid' | 'by'> & { keyedIn?: true },
  reader: string,
): EntryView['mine'] {
  if (uid !== undefined) return uid === reader ? 'own' : 'no';
  return by === reader && !keyedIn ? 'for-other' : 'no';
}

/** One entry with all that decides what of it is shown. */
interface Shown {
  entry: EntryDocument;
  seat: Seat | undefined;
  reader: Reader;
  mine: EntryView['mine'];
  isStaff: boolean;
  isOrganizer: boolean;
  seesName: boolean;
}

function shownTo(reader: Reader, entry: EntryDocument, seesOthers = seesNames(reader)): Shown {
  const { chain, role, uid } = reader;
  const seat = seatOf(chain.book, entry._id);
  const mine = mineOf(seat ?? entry, uid);
  const isStaff = isAtLeast(role, 'volunteer');
  const isOrganizer = isAtLeast(role, 'organizer');
  const isPassed = entry.checkedAt === undefined;
  const seesName = mine !== 'no' || isOrganizer || (isPassed && seesOthers);
  return { entry, seat, reader, mine, isStaff, isOrganizer, seesName };
}

/**
 * Whether a person sees the names of the others; staff cannot do their work without. Who merely asks to be let in did not join:
 * anybody can ask.
 */
export function seesNames({ chain, role, uid }: Pick<Reader, 'chain' | 'role' | 'uid'>): boolean {
  const { settings, book } = chain;
  if (isAtLeast(role, 'volunteer') || settings.names === 'everyone') return true;
  const joined = Object.values(book.held).filter(({ status }) => status !== 'asking');
  return settings.names === 'joined' && joined.some(seat => mineOf(seat, uid) !== 'no');
}

/**
 * Personal answers are read by organizers and by who wrote them: as one of the staff as long as they are one. Its person reads
 * them too, unless they took the entry over: anybody can do that.
 */
const readsPersonal = ({ entry, seat, reader, mine, isStaff, isOrganizer }: Shown): boolean => {
  const { uid } = reader;
  if (isOrganizer) return true;
  if (entry.author === uid) return isStaff || mine !== 'no' || (entry.by === uid && !entry.keyedIn);
  return mine === 'own' && !(seat?.claimed ?? entry.claimed);
};

/** Whether an edit by this person is of what they can read. */
export const readsClear = (reader: Reader, entry: EntryDocument): boolean =>
  readsPersonal(shownTo(reader, entry));

/** Masks stand for phone numbers wherever the name may be seen, and for other personal texts to staff. */
function answersOf(shown: Shown): Record<string, Answer> {
  const { entry, reader, mine, isStaff, seesName } = shown;
  const { fields } = reader.chain.settings;
  const open = fields.filter(({ personal, type }) => {
    const isText = type === 'text' || type === 'paragraph';
    return !personal && (seesName || !isText);
  });
  const answered = open.flatMap(({ id }) =>
    entry.answers[id] === undefined ? [] : [[id, entry.answers[id]]],
  );
  if (readsPersonal(shown)) return { ...Object.fromEntries(answered), ...personalOf(shown) };
  const masked = fields.filter(({ type }) => seesName && (type === 'phone' || isStaff || mine !== 'no'));
  return { ...Object.fromEntries(answered), ...maskedAnswers(entry, masked) };
}

/** Those of fields that were made personal later are among the others. */
function personalOf({ entry, reader }: Shown): Record<string, Answer> {
  const clear = clearAnswers(entry);
  const ids = reader.chain.settings.fields.filter(field => field.personal).map(({ id }) => id);
  return Object.fromEntries(ids.flatMap(id => (clear[id] === undefined ? [] : [[id, clear[id]]])));
}

/** What staff and its own people see of the money. */
function moneyOf({ entry, seat, reader, mine, isStaff }: Shown): Partial<EntryView> {
  if (!isStaff && mine === 'no') return {};
  const amountFen = amountDue(reader.chain.settings, seat?.places ?? entry.places, entry.answers);
  if (amountFen === undefined && entry.payment === 'unpaid') return {};
  return {
    ...(amountFen !== undefined && { amountFen }),
    payment: entry.payment,
    ...(entry.paidFen !== undefined && { paidFen: entry.paidFen }),
  };
}

/** Only what is in the book can be changed. Organizers may edit any entry and leave themselves at any time. */
function rightsOf({
  entry,
  seat,
  reader,
  mine,
  isOrganizer,
}: Shown): Pick<EntryView, 'canEdit' | 'canLeave' | 'canClaim'> {
  if (!seat) return { canEdit: false, canLeave: false, canClaim: false };
  const { chain, uid, now } = reader;
  const isOpen = refusalOf(chain, now) === undefined;
  const isMine = mine !== 'no';
  const isFree = seat.uid === undefined && !(personKey(uid) in chain.book.own);
  return {
    canEdit: isOrganizer || (isMine && isOpen),
    canLeave: isMine && (isOpen || isOrganizer || canUndoMakeUp(chain, entry.at, now)),
    canClaim: isFree && !isMine && isOpen,
  };
}

/** How it came to be. */
function originOf({ entry, reader, seesName }: Shown): Partial<EntryView> {
  const { by, byName, keyedIn } = entry;
  if (by === undefined) return {};
  const name = byName ?? reader.chain.staff.find(one => one.uid === by)?.name ?? '他人';
  return { by: seesName ? name : maskedName(name), ...(keyedIn && { keyedIn }) };
}

/** What is for staff and its own people. */
function remarksOf({ entry, seat, mine, isStaff, isOrganizer }: Shown): Partial<EntryView> {
  const ended = seat ? undefined : entry.ended;
  return {
    ...(isStaff && entry.note !== undefined && { note: entry.note }),
    ...((isStaff || mine !== 'no') && ended?.reason !== undefined && { reason: ended.reason }),
    ...((isOrganizer || mine !== 'no') && entry.checkedAt !== undefined && { checking: true }),
  };
}

/** By entry: numbers, and places in the queue from 1. */
interface Positions {
  numbers: Map<string, number>;
  queue: Map<string, number>;
}

/** An entry that had a place and lost it without a word of anybody is one whose offer ran out. */
function statusOf({ entry, seat }: Shown, { numbers, queue }: Positions) {
  const waitPosition = seat ? queue.get(entry._id) : undefined;
  return {
    number: numbers.get(entry._id) ?? 0,
    status: seat?.status ?? entry.ended?.status ?? 'expired',
    ...(waitPosition !== undefined && { waitPosition }),
    ...(seat?.status === 'offered' && seat.until !== undefined && { offeredUntil: seat.until }),
  } satisfies Partial<EntryView>;
}

function viewOf(shown: Shown, positions: Positions): EntryView {
  const { entry, seat, reader, mine, seesName } = shown;
  return {
    entryId: entry._id,
    name: seesName ? entry.name : maskedName(entry.name),
    ...statusOf(shown, positions),
    places: seat?.places ?? entry.places,
    answers: answersOf(shown),
    joinedAt: entry.at,
    mine,
    ...originOf(shown),
    ...moneyOf(shown),
    ...rightsOf(shown),
    ...remarksOf(shown),
    ...(isMakeUp(reader.chain, entry.at) && { madeUp: true }),
  };
}

/** Entries as this person may see them: what they may not see is masked or left out. */
export function entryViews(entries: EntryDocument[], reader: Reader): EntryView[] {
  const { book } = reader.chain;
  const positions = { numbers: numbersOf(book), queue: waitPositionsOf(book) };
  const seesOthers = seesNames(reader);
  return entries.map(entry => viewOf(shownTo(reader, entry, seesOthers), positions));
}

export function entryView(entry: EntryDocument, reader: Reader): EntryView {
  const [view] = entryViews([entry], reader);
  if (!view) throw new Error('a view of one entry is one');
  return view;
}
