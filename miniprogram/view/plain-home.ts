import type { DataOf } from '../../typings/contract/api';
import type { ChainCard } from '../../typings/contract/chains';
import type { EntryStatus } from '../../typings/contract/entries';
import type { Suggestion } from '../../typings/contract/items';
import { plainHome as copy } from '../copy/home';
import { dayText, eventTimeText } from './chain-time';
import { chinaInstant } from './china-time';
import { grouped } from './numbers';
import { roughCountdownText } from './time';

type Home = DataOf<'home.show'>;

/** The three things somebody with large letters comes for; everything else is behind 更多. */
export interface PlainWay {
  id: 'chains' | 'tidy' | 'trash';
  icon: string;
  title: string;
  hint: string;
}

const TAKES_PART: readonly EntryStatus[] = ['in', 'offered', 'waiting', 'asking'];
const DAY_MS = 24 * 60 * 60_000;

/** Its day counts until it is over; one without a day is not "next". */
function whenOf({
  eventAt,
  date,
  nextRound,
}: ChainCard): { at: number; over: number; text: string } | undefined {
  if (eventAt !== undefined) return { at: eventAt, over: eventAt, text: eventTimeText(eventAt) };
  const day = date ?? nextRound;
  if (day === undefined) return undefined;
  const at = chinaInstant(day);
  return { at, over: at + DAY_MS, text: dayText(day) };
}

/** Of the chains I take part in the one that comes first, with its day; undefined when none lies ahead. */
export function nextChain(
  cards: readonly ChainCard[],
  now: number,
): { title: string; when: string } | undefined {
  const ahead = cards
    .filter(
      ({ phase, mine }) => phase !== 'cancelled' && mine.some(({ status }) => TAKES_PART.includes(status)),
    )
    .flatMap(card => {
      const when = whenOf(card);
      return when === undefined || when.over <= now ? [] : [{ title: card.title, ...when }];
    })
    .sort((a, b) => a.at - b.at);
  const [next] = ahead;
  return next && { title: next.title, when: next.text };
}

/** The silent follows, if there are any: what 清理关注 leads to. */
export const silentFollows = (suggestions: readonly Suggestion[]): Suggestion | undefined =>
  suggestions.find(({ kind, reason }) => kind === 'follow' && reason === 'silent');

function tidyHint({ counts, suggestions }: Home): string {
  const silent = silentFollows(suggestions);
  if (silent !== undefined) return copy.silent(grouped(silent.count));
  return counts.follow === 0 ? copy.noFollows : copy.follows(grouped(counts.follow));
}

/** `now`: the server's clock. `next`: as `nextChain` found it. */
export function plainWays(home: Home, now: number, next: ReturnType<typeof nextChain>): PlainWay[] {
  const { counts, soonestPurgeAt } = home;
  const left = soonestPurgeAt === undefined ? '' : roughCountdownText(soonestPurgeAt, now);
  return [
    {
      id: 'chains',
      icon: 'list',
      title: copy.chains,
      hint: next === undefined ? copy.chainsHint : copy.next(next.title, next.when),
    },
    { id: 'tidy', icon: 'broom', title: copy.tidy, hint: tidyHint(home) },
    {
      id: 'trash',
      icon: 'bin',
      title: copy.trash,
      hint: counts.trash === 0 ? copy.trashHint : copy.trashed(grouped(counts.trash), left),
    },
  ];
}
