import type { ChainView } from '../../../typings/contract/chains';
import { eventTimeText, fenText } from '../../view/chain-time';
import { grouped } from '../../view/numbers';
import { poster as copy } from '../copy/poster';
import type { PosterContent } from './poster-layout';

function placesText({ phase, places: { left, capacity }, joined, waitlist }: ChainView): string {
  if (phase === 'cancelled') return copy.cancelled;
  if (phase === 'closed') return copy.closed;
  if (left === undefined || capacity === undefined) return copy.joined(grouped(joined));
  if (left > 0 && phase !== 'full') return copy.left(grouped(left), grouped(capacity));
  return waitlist ? copy.full : copy.fullClosed;
}

/** What a poster says of a chain, blank lines left out. */
export function posterContent(chain: ChainView): PosterContent {
  const { title, eventAt, closesAt, place, organizerName, description, priceFen = 0 } = chain;
  const facts = [
    { name: copy.time, text: eventAt === undefined ? '' : eventTimeText(eventAt) },
    { name: copy.place, text: place },
    { name: copy.organizer, text: organizerName },
    { name: copy.price, text: priceFen > 0 ? copy.each(fenText(priceFen)) : '' },
    { name: copy.deadline, text: closesAt === undefined ? '' : eventTimeText(closesAt) },
  ].filter(({ text }) => text !== '');
  return { title, facts, description, places: placesText(chain), scan: copy.scan };
}

/** The picture in words, for screen readers. */
export const posterLabel = ({ title, facts, places }: PosterContent): string =>
  copy.label(title, [...facts.map(({ name, text }) => `${name}${text}`), places].join('，'));
