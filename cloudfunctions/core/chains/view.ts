import type { ChainView, Places } from '../../../typings/contract/chains';
import type { EntryView } from '../../../typings/contract/entries';
import { addressesOf } from '../platform/storage';
import { optionResource, personKey, type SeatStatus } from '../seats/book';
import { optionCountsOf, placesTaken } from '../seats/figures';
import type { ChainDocument } from './document';
import { isAtLeast } from './gate';
import { neighbours } from './recurrence';
import { roleOf } from './roles';
import { isRestorable, joiningOf, phaseOf } from './rules';

const placesOf = (taken: number, left: number | undefined, capacity: number | undefined): Places => ({
  taken,
  ...(left !== undefined && { left: Math.max(0, left) }),
  ...(capacity !== undefined && { capacity }),
});

/** Numbers of the seat book. */
export function countsOf({ settings, book }: Pick<ChainDocument, 'settings' | 'book'>) {
  const seats = Object.values(book.held);
  const count = (...statuses: SeatStatus[]): number =>
    seats.filter(seat => statuses.includes(seat.status)).length;
  return {
    places: placesOf(placesTaken(book), book.left['total'], settings.capacity),
    joined: count('in', 'offered'),
    waiting: count('waiting'),
    asking: count('asking'),
  };
}

/** Of all options, under `<field>.<option>`. */
function optionCountsBy({ settings, book }: ChainDocument): Record<string, number> {
  const counts = optionCountsOf(book);
  const all = settings.fields.flatMap(({ id: field, options = [] }) =>
    options.map(({ id }) => [`${field}.${id}`, counts[optionResource(field, id)] ?? 0] as const),
  );
  return Object.fromEntries(all);
}

function optionPlacesOf({ settings, book }: ChainDocument): Record<string, Places> {
  const limited = settings.fields.flatMap(({ id: field, options = [] }) =>
    options.flatMap(({ id, capacity }) => (capacity === undefined ? [] : [{ field, id, capacity }])),
  );
  const all = limited.map(({ field, id, capacity }) => {
    const left = book.left[optionResource(field, id)] ?? capacity;
    return [`${field}.${id}`, placesOf(capacity - left, left, capacity)] as const;
  });
  return Object.fromEntries(all);
}

function roundOf({ _id, series, date, settings: { recurrence } }: ChainDocument): Pick<ChainView, 'round'> {
  if (!recurrence || series === undefined || date === undefined) return {};
  return { round: { seriesId: series ?? _id, date, ...neighbours(recurrence, date) } };
}

const trashOf = (chain: ChainDocument, now: number): Partial<ChainView> => ({
  ...(chain.trashedAt !== undefined && { trashedAt: chain.trashedAt }),
  ...(chain.purgeAt !== undefined && { purgeAt: chain.purgeAt }),
  ...(chain.state === 'trashed' && { canRestore: isRestorable(chain, now) }),
});

async function imageUrlsOf({ settings: { images } }: ChainDocument): Promise<string[]> {
  const addresses = images.length === 0 ? new Map<string, string>() : await addressesOf(images);
  return images.flatMap(id => addresses.get(id) ?? []);
}

interface Reader {
  uid: string;
  now: number;
}

/** A chain as this person may see it now. No database request; one of the storage when there are pictures. */
export async function chainView(
  chain: ChainDocument,
  mine: EntryView[],
  { uid, now }: Reader,
): Promise<ChainView> {
  const { announcement, verdict, cancelReason, activityId, staff } = chain;
  const role = roleOf(chain, uid);
  return {
    ...chain.settings,
    ...{ chainId: chain._id, rev: chain.rev, phase: phaseOf(chain, now), createdAt: chain.createdAt },
    ...countsOf(chain),
    ...{ optionPlaces: optionPlacesOf(chain), optionCounts: optionCountsBy(chain) },
    ...joiningOf(chain, personKey(uid), now),
    ...{ myRole: role, mine, imageUrls: await imageUrlsOf(chain) },
    ...roundOf(chain),
    ...trashOf(chain, now),
    ...(announcement?.text && { announcement }),
    ...(verdict && { verdict }),
    ...(chain.state === 'cancelled' && cancelReason !== undefined && { cancelReason }),
    ...(activityId !== undefined && { activityId }),
    ...(isAtLeast(role, 'organizer') && { staff }),
  };
}
