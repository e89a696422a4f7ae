import type { PageOf } from '../../../typings/contract/api';
import type { EntryFilter, EntryView } from '../../../typings/contract/entries';
import { isAtLeast } from '../chains/gate';
import { pageOf } from '../items/page';
import type { Query } from '../platform/database';
import type { SeatStatus } from '../seats/book';
import type { EntryDocument } from './document';
import { keyOf, seatOf } from './keys';
import { recheckEntries } from './rechecking';
import { pageSizeOf } from './sizes';
import { readEntries, readShown, searchEntries } from './store';
import { finishClaims } from './unfinished-claims';
import { entryViews, mineOf, type Reader } from './views';

/** Of one's own that are shown with the chain. */
const MINE_MAX = 20;

const STATUSES: Record<Exclude<EntryFilter, 'gone'>, SeatStatus[]> = {
  all: ['in', 'offered', 'waiting', 'asking'],
  in: ['in', 'offered'],
  waiting: ['waiting'],
  asking: ['asking'],
  unpaid: ['in', 'offered'],
};

/** Ids in the order of their numbers. Who asks to be let in is known to the staff only. */
function listedIds({ chain: { book }, role }: Reader, filter: EntryFilter): string[] {
  if (filter === 'gone') return book.order.filter(id => seatOf(book, id) === undefined);
  const isStaff = isAtLeast(role, 'volunteer');
  const statuses = STATUSES[filter].filter(status => isStaff || status !== 'asking');
  return book.order.filter(id => statuses.some(status => status === seatOf(book, id)?.status));
}

/** Where a page begins: behind the number of the last entry of the page before. */
const idsAfter = ({ chain: { book } }: Reader, ids: string[], number: number): string[] => {
  const behind = new Set(book.order.slice(number));
  return ids.filter(id => behind.has(id));
};

function pageViews(found: EntryDocument[], reader: Reader): PageOf<EntryView> {
  const views = new Map(entryViews(found, reader).map(view => [view.entryId, view]));
  const viewOf = ({ _id }: EntryDocument) => views.get(_id);
  const { views: items, last } = pageOf(found, pageSizeOf(reader.chain.settings.fields), viewOf);
  const shown = items.flatMap(view => view ?? []);
  const number = last === undefined ? undefined : views.get(last._id)?.number;
  return number === undefined ? { items: shown } : { items: shown, cursor: String(number) };
}

/** One more than the page tells whether another follows. */
const readMost = ({ chain }: Reader): number => pageSizeOf(chain.settings.fields) + 1;

interface ListRequest {
  filter: EntryFilter;
  /** Of those found by the filter, only such. */
  condition?: Query;
  /** Number behind which the page begins. */
  after: number;
}

/** One page: one request, two with a condition; more when texts of the reader wait for their check. */
export async function listEntries(
  reader: Reader & { openid: string },
  { filter, condition, after }: ListRequest,
) {
  const ids = idsAfter(reader, listedIds(reader, filter), after);
  const most = readMost(reader);
  const found = condition ? await searchEntries(ids, condition, most) : await readEntries(ids.slice(0, most));
  const page = pageViews(await recheckEntries(found, reader), reader);
  // Who has nothing to pay owes nothing.
  const isShown = ({ amountFen }: EntryView): boolean => filter !== 'unpaid' || amountFen !== 0;
  return { ...page, items: page.items.filter(isShown) };
}

/** What somebody else ended: its person has to know why, unless they joined again since. */
function isNews({ _id, ended }: EntryDocument, { chain: { book } }: Reader): boolean {
  return ended?.status !== 'left' && !(keyOf(_id) in book.held) && book.order.includes(_id);
}

/** A person's entries: those in the book, their own first, then what others ended; ≤ 20. */
function mineViews(found: EntryDocument[], reader: Reader): EntryView[] {
  const { chain, uid } = reader;
  const ranked = found.flatMap(entry => {
    const seat = seatOf(chain.book, entry._id);
    const mine = mineOf(seat ?? entry, uid);
    if (mine === 'no' || !(seat || isNews(entry, reader))) return [];
    return [{ entry, rank: (seat ? 0 : 2) + (mine === 'own' ? 0 : 1) }];
  });
  ranked.sort((one, other) => one.rank - other.rank || other.entry.at - one.entry.at);
  return entryViews(
    ranked.slice(0, MINE_MAX).map(({ entry }) => entry),
    reader,
  );
}

/** Those of the ids, and all of a person: what the book says is theirs, whatever the details say, and what was. */
async function readWithMine(reader: Reader, ids: string[]): Promise<EntryDocument[]> {
  const { chain, uid } = reader;
  const seats = Object.values(chain.book.held).filter(seat => mineOf(seat, uid) !== 'no');
  const wanted = [...ids, ...seats.map(({ entryId }) => entryId)];
  return finishClaims(await readShown(chain._id, uid, wanted), reader);
}

/** My entries of a chain: one request. */
export const myEntries = async (reader: Reader): Promise<EntryView[]> =>
  mineViews(await readWithMine(reader, []), reader);

/**
 * What the screen of a chain shows of its entries: mine and the first page. One request; more only when texts of mine wait for
 * WeChat's check, which is asked for again here, or a claim of mine was killed half-way.
 */
export async function firstPage(
  reader: Reader & { openid: string },
): Promise<{ mine: EntryView[]; page: PageOf<EntryView> }> {
  const ids = listedIds(reader, 'all').slice(0, readMost(reader));
  const found = await recheckEntries(await readWithMine(reader, ids), reader);
  const byId = new Map(found.map(entry => [entry._id, entry]));
  const listed = ids.flatMap(id => byId.get(id) ?? []);
  return { mine: mineViews(found, reader), page: pageViews(listed, reader) };
}
