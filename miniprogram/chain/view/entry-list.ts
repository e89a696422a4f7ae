import type { ChainView } from '../../../typings/contract/chains';
import type { EntryFilter, EntryView } from '../../../typings/contract/entries';
import type { Chip } from '../../view/item-query';
import { grouped } from '../../view/numbers';
import { detail as copy } from '../copy/detail';
import { isLive, ownEntry } from './joining';

/** Everybody, those who are in, and who waits or is to be approved, where there are any. */
export function entryChips({ joined, waiting, asking }: ChainView, chosen: EntryFilter): Chip[] {
  if (waiting === 0 && asking === 0) return [];
  const all: { id: EntryFilter; text: string; shown: boolean }[] = [
    { id: 'all', text: copy.all, shown: true },
    { id: 'in', text: copy.filterIn(grouped(joined)), shown: true },
    { id: 'waiting', text: copy.filterWaiting(grouped(waiting)), shown: waiting > 0 },
    { id: 'asking', text: copy.filterAsking(grouped(asking)), shown: asking > 0 },
  ];
  return all.filter(({ shown }) => shown).map(({ id, text }) => ({ id, text, on: id === chosen }));
}

/** Why names are missing; blank when they are there. */
export function namesNote(chain: ChainView): string {
  const isStaff = chain.myRole !== 'visitor' && chain.myRole !== 'participant';
  if (chain.names === 'everyone' || isStaff) return '';
  if (chain.names === 'organizers') return copy.namesOrganizers;
  const own = ownEntry(chain);
  return own !== undefined && isLive(own) ? '' : copy.namesJoined;
}

/** Where somebody may have been entered by another: that the entry can become one's own. */
export const claimNote = (entries: readonly Pick<EntryView, 'canClaim'>[]): string =>
  entries.some(({ canClaim }) => canClaim) ? copy.claimNote : '';

/** Fewer can be looked through by eye. */
const SEARCH_FROM = 20;

export const listView = (chain: ChainView, filter: EntryFilter) => ({
  listTitle: (chain.template === 'check-in' ? copy.checkedIn : copy.list)(grouped(chain.joined)),
  listNote: namesNote(chain),
  chips: entryChips(chain, filter),
  searchable: chain.joined + chain.waiting + chain.asking > SEARCH_FROM,
});
