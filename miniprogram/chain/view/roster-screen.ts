import type { RosterRow, RosterView } from '../../../typings/contract/notices';
import { avatarOf } from '../../view/avatar';
import type { Chip } from '../../view/item-query';
import type { ItemRow } from '../../view/item-row';
import { grouped } from '../../view/numbers';
import { roster as copy, rosterStates } from '../copy/roster';

/** The contract's limits: names, and what a paste box takes for them. */
export const MAX_ROSTER_TEXT = 60_000;

export type RosterFilter = 'all' | 'unanswered' | 'answered';

export type NamedRow = RosterRow & { id: string };
export const namedRows = (rows: readonly RosterRow[]): NamedRow[] =>
  rows.map((row, at) => ({ ...row, id: `r${at}` }));

const isAnswered = ({ status }: RosterRow): boolean => status !== 'unanswered';

export const rosterChips = (view: RosterView, chosen: RosterFilter): Chip[] => [
  {
    id: 'unanswered',
    text: copy.unanswered(grouped(view.unanswered)),
    on: chosen === 'unanswered',
  },
  { id: 'answered', text: copy.answered(grouped(view.answered)), on: chosen === 'answered' },
  { id: 'all', text: copy.all(grouped(view.rows.length)), on: chosen === 'all' },
];

export const filtered = (rows: readonly NamedRow[], filter: RosterFilter): NamedRow[] =>
  rows.filter(row => filter === 'all' || (filter === 'answered') === isAnswered(row));

export function rosterRow({ id, name, status, similar = [] }: NamedRow): ItemRow {
  return {
    id,
    name,
    ...avatarOf(name),
    line: similar.length > 0 ? copy.similar(similar.join('、')) : '',
    tags: [rosterStates[status]],
    checked: false,
  };
}

/** What the box begins with when another list is put. */
export const rosterText = (rows: readonly RosterRow[]): string => rows.map(({ name }) => name).join('\n');

export const unansweredText = (rows: readonly RosterRow[]): string =>
  copy.copyText(
    rows
      .filter(row => !isAnswered(row))
      .map(({ name }) => name)
      .join('、'),
  );
