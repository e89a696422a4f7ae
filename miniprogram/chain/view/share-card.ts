import type { ChainView } from '../../../typings/contract/chains';
import { grouped } from '../../view/numbers';
import { shareCard as copy } from '../copy/share';

/** How full it is, as the title of a card says it; blank while nobody has joined what has no limit. */
export function fullness({ phase, places, joined, waitlist }: ChainView): string {
  if (phase === 'cancelled') return copy.cancelled;
  if (phase === 'closed') return copy.closed(grouped(joined));
  if (places.left === undefined) return joined > 0 ? copy.joined(grouped(joined)) : '';
  if (places.left > 0) return copy.left(grouped(places.left));
  return waitlist ? copy.waitlist : copy.full;
}

/** A check-in is always today's; another round is the one that was shared. */
function pathOf({ chainId, round, template }: ChainView): string {
  const id = round === undefined ? chainId : round.seriesId;
  const day = round === undefined || template === 'check-in' ? '' : `&round=${round.date}`;
  return `/chain/pages/detail/detail?id=${encodeURIComponent(id)}${day}`;
}

/** For `onShareAppMessage`: the numbers of this moment in the title. */
export function shareMessage(chain: ChainView): { title: string; path: string } {
  const title = [chain.title, fullness(chain)].filter(text => text !== '').join(' ');
  return { title, path: pathOf(chain) };
}

/** Numbers of WeChat's updatable card; it shows `member_count` of `room_limit`. */
export const liveParameters = ({ places, joined }: ChainView): { name: string; value: string }[] => [
  { name: 'member_count', value: String(joined) },
  { name: 'room_limit', value: String(places.capacity ?? 2_000) },
];
