import type { ChainView, Places } from '../../../typings/contract/chains';
import type { EntryView } from '../../../typings/contract/entries';
import { addressesOf } from '../platform/storage';
import { personKey, type SeatStatus } from '../seats/book';
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
  const taken = seats
    .filter(({ status }) => status === 'in' || status === 'offered')
    .reduce((sum, seat) => sum + seat.places, 0);
  return {
    places: placesOf(taken, book.left['total'], settings.capacity),
    joined: count('in', 'offered'),
    waiting: count('waiting'),
    asking: count('asking'),
  };
}

function optionPlacesOf({ settings, book }: ChainDocument): Record<string, Places> {
  const limited = settings.fields.flatMap(({ id: field, options = [] }) =>
    options.flatMap(({ id, capacity }) => (capacity === undefined ? [] : [{ field, id, capacity }])),
  );
  const all = limited.map(({ field, id, capacity }) => {
    const left = book.left[`${field}_${id}`] ?? capacity;
    return [`${field}.${id}`, placesOf(capacity - left, left, capacity)] as const;
  });
  return Object.fromEntries(all);
}

/** Of options with a capacity; the others are counted by the answers. */
const countsOfPlaces = (optionPlaces: Record<string, Places>): Record<string, number> =>
  Object.fromEntries(Object.entries(optionPlaces).map(([name, { taken }]) => [name, taken]));

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

/**
 * A chain as this person may see it now. `optionCounts`: of all options, by the answers; those of options with a capacity
 * are known without. No database request; one of the storage when there are pictures.
 */
export async function chainView(
  chain: ChainDocument,
  mine: EntryView[],
  { uid, now }: Reader,
  optionCounts: Record<string, number> = {},
): Promise<ChainView> {
  const { announcement, verdict, cancelReason, activityId, staff } = chain;
  const role = roleOf(chain, uid);
  const optionPlaces = optionPlacesOf(chain);
  return {
    ...chain.settings,
    ...{ chainId: chain._id, rev: chain.rev, phase: phaseOf(chain, now), createdAt: chain.createdAt },
    ...countsOf(chain),
    ...{ optionPlaces, optionCounts: { ...countsOfPlaces(optionPlaces), ...optionCounts } },
    ...joiningOf(chain, personKey(uid), now),
    ...{ myRole: role, mine, imageUrls: await imageUrlsOf(chain) },
    ...roundOf(chain),
    ...trashOf(chain, now),
    ...(announcement && { announcement }),
    ...(verdict && { verdict }),
    ...(cancelReason !== undefined && { cancelReason }),
    ...(activityId !== undefined && { activityId }),
    ...(isAtLeast(role, 'organizer') && { staff }),
  };
}
