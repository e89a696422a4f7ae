import type { DataOf } from '../../typings/contract/api';
import type { BatchView } from '../../typings/contract/batches';
import type { ItemKind, Suggestion } from '../../typings/contract/items';
import { progress } from '../copy/batches';
import { kinds } from '../copy/common';
import { entries, home, suggestionText } from '../copy/home';
import { grouped } from './numbers';
import { dateText, dayTimeText, roughCountdownText } from './time';

type Home = DataOf<'home.show'>;

export interface HomeCard {
  id: ItemKind | 'trash';
  icon: string;
  count: string;
  name: string;
  hint: string;
}
export interface SuggestionCard {
  id: string;
  icon: string;
  tone: string;
  text: string;
  hint: string;
}
export interface BatchCard {
  id: string;
  title: string;
  hint: string;
  percent: number;
}

const icons: Record<ItemKind, string> = { follow: 'user', like: 'heart', favorite: 'star' };
const order: readonly ItemKind[] = ['follow', 'like', 'favorite'];

export function homeCards({ counts, soonestPurgeAt }: Home, now: number): HomeCard[] {
  const items = order.map(kind => ({
    id: kind,
    icon: icons[kind],
    count: grouped(counts[kind]),
    name: kinds[kind].name,
    hint: '',
  }));
  const hint = soonestPurgeAt === undefined ? '' : home.soonest(roughCountdownText(soonestPurgeAt, now));
  return [...items, { id: 'trash', icon: 'bin', count: grouped(counts.trash), name: home.trash, hint }];
}

/** What clears most comes first. */
export const bySize = (suggestions: readonly Suggestion[]): Suggestion[] =>
  [...suggestions].sort((a, b) => b.count - a.count);

export function suggestionCard(suggestion: Suggestion): SuggestionCard {
  const { icon, tone, text, why } = suggestionText[suggestion.reason];
  const days = suggestion.filter.silentDays ?? 90;
  const { oldestReadAt } = suggestion;
  return {
    id: `${suggestion.kind}-${suggestion.reason}`,
    icon,
    tone,
    text: text(grouped(suggestion.count), kinds[suggestion.kind].unit, days),
    hint: oldestReadAt === undefined ? why : home.oldest(dateText(oldestReadAt)),
  };
}

export function batchCard(batch: BatchView, now: number): BatchCard {
  const { remove } = kinds[batch.kind];
  const waits = batch.state === 'waiting' && batch.resumeAt !== undefined;
  return {
    id: batch.batchId,
    title: `${remove} ${progress.counts(grouped(batch.handled), grouped(batch.total))}`,
    hint: waits ? progress.resumeAt(dayTimeText(batch.resumeAt ?? now, now)) : progress.states[batch.state],
    percent: batch.total > 0 ? Math.round((batch.handled / batch.total) * 100) : 0,
  };
}

/** Of twins one is meant to stay: they are shown, not ticked. */
const isTickedAtOnce = ({ reason }: Suggestion): boolean => reason !== 'duplicate';

/** Address of the list that shows exactly what a suggestion is about, everything in it ticked. */
export const suggestionQuery = (suggestion: Suggestion): Record<string, string> => ({
  kind: suggestion.kind,
  filter: JSON.stringify(suggestion.filter),
  ...(isTickedAtOnce(suggestion) ? { select: 'all' } : {}),
});

export type EntryId = keyof typeof entries;

export interface Entry {
  id: EntryId;
  icon: string;
  title: string;
  hint: string;
}

const entriesOf = (ids: readonly EntryId[]): Entry[] => ids.map(id => ({ id, ...entries[id] }));

export const waysIn = entriesOf(['import', 'add']);

/** `hasTrash`: something may still have to be cancelled in WeChat itself. `hasItems`: there is something to take along. */
export const afterwards = (hasTrash: boolean, hasItems: boolean): Entry[] => [
  ...entriesOf(hasTrash ? ['checklist'] : []),
  ...entriesOf(hasTrash || hasItems ? ['report', 'export'] : []),
];
