import type { ChainDocument } from '../chains/document';
import { changeChain, findChain } from '../chains/store';
import type { EntryDocument } from '../entries/document';
import { keyOf, ownKey, seatOf } from '../entries/keys';
import { movedSeals } from '../entries/personal';
import { shortHash } from '../platform/crypto';
import type { Query } from '../platform/database';
import { writeOf } from '../seats/write';
import { type ErasedPerson, isLate, newIdOf } from './person';
import { bookAfter, factsAfter, madeEntryAfter, ownEntryAfter, partOf } from './rules';
import { bringUpToDate, entriesOf, insertEntries, removeEntries, takeOff } from './store';

/** Entries that change their ids with one write. */
const AT_ONCE = 100;
/** Others may join, or change the same chain, at the same moment. */
const ATTEMPTS = 8;

/** An entry as it is to be, under its new id; nothing when it stays where it is. */
function entryAfter(entry: EntryDocument, chain: ChainDocument, person: ErasedPerson): EntryDocument[] {
  const { uid, salt } = person;
  const _id = newIdOf(person, entry._id);
  const ids = { _id, request: shortHash('request', salt, entry._id) };
  const part = partOf(entry, seatOf(chain.book, entry._id), uid);
  if (part === 'own') return [ownEntryAfter(entry, chain.settings.fields, uid, ids)];
  if (part === 'touched') return [];
  const sealed = movedSeals(entry, _id);
  return [madeEntryAfter(entry, uid, Object.keys(sealed).length > 0 ? { ...ids, sealed } : ids)];
}

/** Entries whose ids are to change. `isAll`: whatever else the book holds for the person is among them. */
interface Found {
  ids: Set<string>;
  isAll: boolean;
}

function idsIn({ _id, book }: ChainDocument, { uid }: ErasedPerson, { ids, isAll }: Found): string[] {
  const own = ownKey(_id, uid);
  const isTheirs = (entryId: string): boolean => {
    const seat = seatOf(book, entryId);
    return keyOf(entryId) === own || seat?.uid === uid || seat?.by === uid;
  };
  return book.order.filter(entryId => ids.has(entryId) || (isAll && isTheirs(entryId)));
}

/** The write that gives these entries their new ids and takes the person out of the book. */
function renaming(chain: ChainDocument, { uid }: ErasedPerson, ids: Map<string, string>) {
  const { book, outbox } = chain;
  const { match, update } = writeOf(book, bookAfter(book, uid, ids), 'turn');
  const facts = [...factsAfter(outbox, uid, ids)];
  const places = [...book.order.entries()].flatMap(([index, entryId]) => {
    const next = ids.get(entryId);
    return next === undefined ? [] : [{ path: `book.order.${index}`, entryId, next }];
  });
  const set: Query = {
    ...Object.fromEntries(places.map(({ path, next }) => [path, next])),
    ...Object.fromEntries(facts.map(([index, fact]) => [`outbox.${index}`, fact])),
  };
  return {
    match: {
      ...{ ...match, rev: chain.rev },
      ...Object.fromEntries(places.map(({ path, entryId }) => [path, entryId])),
      ...Object.fromEntries(facts.map(([index, { id }]) => [`outbox.${index}.id`, id])),
    },
    update: { ...update, $set: { ...update.$set, ...set } },
  };
}

/** Whether the book still has to change. */
const isNamed = ({ book, outbox }: ChainDocument, { uid }: ErasedPerson, ids: string[]): boolean =>
  ids.length > 0 ||
  `p${uid}` in book.claimed ||
  `p${uid}` in book.others ||
  outbox.some(({ to = [] }) => to.includes(uid));

/** One conditional write, worked out anew when somebody was faster. False: not this time, or the chain is gone. */
async function renameInBook(chain: ChainDocument, person: ErasedPerson, found: Found): Promise<boolean> {
  let current: ChainDocument | undefined = chain;
  for (let attempt = 0; attempt < ATTEMPTS && current; attempt += 1) {
    const ids = idsIn(current, person, found);
    if (!isNamed(current, person, ids)) return true;
    const renamed = new Map(ids.map(id => [id, newIdOf(person, id)]));
    const { match, update } = renaming(current, person, renamed);
    if (await changeChain(chain._id, match, update)) return true;
    current = await findChain(chain._id);
  }
  return false;
}

/** What the staff changed under the old ids between the copy and the book's write is not lost. */
async function catchUp(
  before: EntryDocument[],
  chain: ChainDocument,
  person: ErasedPerson,
): Promise<EntryDocument[]> {
  const known = new Map(before.map(entry => [entry._id, JSON.stringify(entry)]));
  const now = (await entriesOf(chain._id, person.uid, AT_ONCE)).filter(({ _id }) => known.has(_id));
  for (const entry of now.filter(one => known.get(one._id) !== JSON.stringify(one)))
    for (const after of entryAfter(entry, chain, person)) await bringUpToDate(after);
  return now;
}

/** Details that never got a seat are the janitor's, once no call can seat them any more. */
const isDraft = ({ unseatedAt }: EntryDocument, { book }: ChainDocument, id: string, newId: string) =>
  unseatedAt !== undefined && !book.order.includes(id) && !book.order.includes(newId);

async function anonymizeSome(chain: ChainDocument, person: ErasedPerson): Promise<number> {
  const all = await entriesOf(chain._id, person.uid, AT_ONCE);
  const settled = all.filter(one => !isDraft(one, chain, one._id, newIdOf(person, one._id)));
  const after = new Map(settled.map(entry => [entry._id, entryAfter(entry, chain, person)]));
  const moving = settled.filter(({ _id }) => (after.get(_id)?.length ?? 0) > 0);
  await insertEntries(moving.flatMap(({ _id }) => after.get(_id) ?? []));
  const found = { ids: new Set(moving.map(({ _id }) => _id)), isAll: all.length < AT_ONCE };
  if (!(await renameInBook(chain, person, found))) return 0;
  await removeEntries((await catchUp(moving, chain, person)).map(({ _id }) => _id));
  const touched = settled.filter(({ _id }) => after.get(_id)?.length === 0).map(({ _id }) => _id);
  await takeOff(touched, person.uid);
  return settled.length;
}

/**
 * Takes a person out of the entries and the book of a chain. Their own entries keep places, choices, numbers and money under a
 * random id; those they made for others stay as they are, also under other ids, because the old ones come from the person's.
 * Copies first, then the book in one write, then the originals go: a run that dies in between is repeated with the same ids.
 */
export async function anonymizeEntries(read: ChainDocument, person: ErasedPerson): Promise<void> {
  let chain: ChainDocument | undefined = read;
  while (chain && !isLate(person)) {
    if ((await anonymizeSome(chain, person)) === 0) return;
    chain = await findChain(read._id);
  }
}
