import type { ChainPhase, ChainView } from '../../../typings/contract/chains';
import type { ChainField } from '../../../typings/contract/fields';
import type { Tone } from '../../copy/chains';
import { phaseTag } from '../../view/chain-card';
import { eventTimeText, fenText, leftText, plainTime } from '../../view/chain-time';
import { chinaTime } from '../../view/china-time';
import { grouped } from '../../view/numbers';
import { oneLine, sentences } from '../../view/one-line';
import { dayTimeText } from '../../view/time';
import { detail as copy } from '../copy/detail';
import { isLive, ownEntry } from './joining';

export interface DetailScreen {
  title: string;
  phase: { text: string; tone: Tone };
  /** What there is to know about the time or the state; may be blank. */
  timeLeft: string;
  /** Why nobody can join just now, in plain words; blank when one can. */
  statement: string;
  facts: { id: string; name: string; text: string }[];
  /** When and where as it would be said, for large letters. */
  plain: string[];
  /** To be read aloud: what, when, where, how many places. */
  spoken: string;
  places: PlacesCard;
  /** Go or cancel, and how many are missing; blank without a minimum. */
  minimum: string;
  announcement: { text: string; at: string } | null;
  description: string;
  /** Long: shown in part at first. */
  foldable: boolean;
  pictures: string[];
  fields: { id: string; label: string; text: string }[];
  /** Dissolved, and its owner can take that back. */
  canRestore: boolean;
  canManage: boolean;
  canShare: boolean;
}

export interface PlacesCard {
  limited: boolean;
  /** What stands before the number. */
  word: string;
  /** The big number: places left, or people who joined. */
  count: string;
  capacity: string;
  percent: number;
  note: string;
}

function timeLeftOf({ phase, opensAt, closesAt }: ChainView, now: number): string {
  if (phase === 'scheduled' && opensAt !== undefined) return copy.opensIn(leftText(opensAt, now));
  if (phase === 'closed')
    return closesAt === undefined || closesAt > now ? '' : copy.closedAt(dayTimeText(closesAt, now));
  if (closesAt === undefined || closesAt <= now || phase === 'cancelled') return '';
  return copy.closesIn(leftText(closesAt, now));
}

/** 补卡: the day of the round is over (days are UTC+8), and it may still be filled in. */
const isMadeUp = ({ round, joining }: ChainView, now: number): boolean =>
  round !== undefined && joining !== 'refused' && round.date < chinaTime(now).date;

/** Nothing about joining for somebody who has joined; that it is called off concerns everybody. */
function statementOf(chain: ChainView, now: number): string {
  const own = ownEntry(chain);
  const concernsAll = chain.phase === 'cancelled' || chain.phase === 'trashed';
  if (!concernsAll && own !== undefined && isLive(own)) return '';
  return isMadeUp(chain, now) ? copy.makeUp : statements[chain.phase](chain, now);
}

const statements: Record<ChainPhase, (chain: ChainView, now: number) => string> = {
  checking: () => copy.checking,
  scheduled: ({ opensAt }) => (opensAt === undefined ? '' : copy.opensAt(eventTimeText(opensAt))),
  open: ({ approval }) => (approval ? copy.approval : ''),
  full: ({ waitlist }) => (waitlist ? copy.fullWaits : copy.full),
  closed: () => copy.closed,
  cancelled: ({ cancelReason }) =>
    cancelReason === undefined ? copy.cancelled : copy.cancelledWhy(cancelReason),
  trashed: ({ canRestore, purgeAt }, now) =>
    canRestore && purgeAt !== undefined ? copy.dissolved(leftText(purgeAt, now)) : copy.gone,
};

function factsOf(chain: ChainView): DetailScreen['facts'] {
  const { eventAt, place, organizerName, priceFen } = chain;
  const facts = [
    { id: 'time', name: copy.time, text: eventAt === undefined ? '' : eventTimeText(eventAt) },
    { id: 'place', name: copy.place, text: place },
    { id: 'organizer', name: copy.organizer, text: organizerName },
    { id: 'price', name: copy.price, text: priceFen === undefined ? '' : copy.each(fenText(priceFen)) },
  ];
  return facts.filter(({ text }) => text !== '');
}

function plainOf({ eventAt, place }: ChainView): string[] {
  const when = eventAt === undefined ? [] : Object.values(plainTime(eventAt));
  return [...when, place].filter(text => text !== '');
}

export function placesCard(chain: ChainView): PlacesCard {
  const { places, joined, waiting } = chain;
  const people = joined > 0 ? copy.joined(grouped(joined)) : copy.joinedNone;
  const queue = waiting > 0 ? copy.waiting(grouped(waiting)) : '';
  if (places.capacity === undefined) {
    const word = chain.template === 'check-in' ? copy.checkedInOpen : copy.joinedOpen;
    return { limited: false, word, count: grouped(joined), capacity: '', percent: 0, note: queue };
  }
  const mayWait = chain.waitlist && waiting === 0 && chain.phase === 'open';
  return {
    limited: true,
    word: copy.left,
    count: grouped(places.left ?? Math.max(0, places.capacity - places.taken)),
    capacity: copy.of(grouped(places.capacity)),
    percent: Math.min(100, Math.round((places.taken / places.capacity) * 100)),
    note: oneLine(people, mayWait ? copy.waitlistNote : queue),
  };
}

const placesText = ({ limited, word, count }: PlacesCard): string =>
  `${word} ${count} ${limited ? copy.leftUnit : copy.people}`;

function minimumOf({ minimum, verdict, places }: ChainView): string {
  if (verdict !== undefined) return verdict === 'go' ? copy.go : copy.notEnough;
  if (minimum === undefined) return '';
  const missing = minimum - places.taken;
  return missing > 0 ? copy.minimum(grouped(minimum), grouped(missing)) : copy.minimumMet(grouped(minimum));
}

/** Options listed for one field; a field may have 50. */
const OPTIONS_SHOWN = 8;

function fieldText(field: ChainField, chain: ChainView): string {
  const options = field.options ?? [];
  const texts = options.slice(0, OPTIONS_SHOWN).map(({ id, label, priceFen }) => {
    const left = chain.optionPlaces[`${field.id}.${id}`]?.left;
    const leftNote = left === undefined ? '' : left > 0 ? copy.optionLeft(grouped(left)) : copy.optionFull;
    const notes = [priceFen === undefined ? '' : fenText(priceFen), leftNote];
    return [label, ...notes].filter(text => text !== '').join(' ');
  });
  const more = options.length > OPTIONS_SHOWN ? copy.moreOptions(options.length) : '';
  const choices = `${texts.join('、')}${more}`;
  return choices === '' ? (field.required ? copy.required : copy.optional) : choices;
}

/** About six lines of a phone. */
const LONG_TEXT = 120;
const isLong = (text: string): boolean => text.length > LONG_TEXT || text.split('\n').length > 6;

/** `now`: the server's clock. */
export function detailScreen(chain: ChainView, now: number): DetailScreen {
  const { announcement, myRole, phase } = chain;
  return {
    title: chain.title,
    phase: phaseTag(chain),
    timeLeft: timeLeftOf(chain, now),
    statement: statementOf(chain, now),
    facts: factsOf(chain),
    plain: plainOf(chain),
    spoken: sentences(chain.title, ...plainOf(chain), statementOf(chain, now), placesText(placesCard(chain))),
    places: placesCard(chain),
    minimum: minimumOf(chain),
    announcement:
      announcement === undefined ? null : { text: announcement.text, at: dayTimeText(announcement.at, now) },
    description: chain.description,
    foldable: isLong(chain.description),
    pictures: chain.imageUrls,
    fields: chain.fields.map(field => ({ id: field.id, label: field.label, text: fieldText(field, chain) })),
    canRestore: phase === 'trashed' && chain.canRestore === true,
    canManage: phase !== 'trashed' && myRole !== 'visitor' && myRole !== 'participant',
    canShare: phase !== 'checking' && phase !== 'trashed',
  };
}
