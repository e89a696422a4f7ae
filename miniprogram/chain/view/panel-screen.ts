import type { DataOf } from '../../../typings/contract/api';
import type { ChainRole, ChainView } from '../../../typings/contract/chains';
import type { DayCount, StatisticsView } from '../../../typings/contract/sheets';
import { phases } from '../../copy/chains';
import { dayText } from '../../view/chain-time';
import { chinaTime } from '../../view/china-time';
import { grouped } from '../../view/numbers';
import { dayTimeText } from '../../view/time';
import { panel as copy, type PanelEntry, panelEntries, steerNames } from '../copy/panel';

type ReminderPreview = DataOf<'chains.previewReminder'>;

export interface PanelNumber {
  id: string;
  count: string;
  name: string;
}

export interface DayBar {
  day: string;
  count: string;
  /** Part of the highest, 0–100. */
  height: number;
  label: string;
}

export interface PanelRow {
  id: PanelEntry;
  name: string;
  hint: string;
  icon: string;
  danger: boolean;
}

const paidText = (statistics: StatisticsView | undefined): string => {
  const byState = statistics?.amounts?.byState;
  if (byState === undefined) return '';
  return copy.paidOf(grouped(byState.paid), grouped(byState.paid + byState.unpaid));
};

/** Four at a glance; those to be approved push out what nothing is known of. */
export function panelNumbers(
  chain: Pick<ChainView, 'joined' | 'waiting' | 'asking' | 'approval'>,
  statistics: StatisticsView | undefined,
): PanelNumber[] {
  const { joined, waiting, asking, approval } = chain;
  const paid = paidText(statistics);
  const answered = statistics?.answered;
  return [
    { id: 'in', count: grouped(joined), name: copy.joined },
    { id: 'waiting', count: grouped(waiting), name: copy.waiting },
    ...(approval || asking > 0 ? [{ id: 'asking', count: grouped(asking), name: copy.asking }] : []),
    {
      id: 'unanswered',
      count: answered === undefined ? copy.none : grouped(answered.no),
      name: copy.unanswered,
    },
    { id: 'unpaid', count: paid === '' ? copy.none : paid, name: copy.paid },
  ];
}

export const placesText = ({ places: { taken, capacity } }: Pick<ChainView, 'places'>): string =>
  capacity === undefined ? copy.placesOpen(grouped(taken)) : copy.places(grouped(taken), grouped(capacity));

export interface MissingCard {
  title: string;
  names: string;
  /** Reminders: how many today, or why not now. */
  hint: string;
  canRemind: boolean;
}

/** Names read at a glance. */
const FEW = 5;
/** Sends a day, of the table of limits. */
const REMINDERS = 5;

function reminderHint({ left, nextAt }: ReminderPreview, now: number): string {
  if (nextAt !== undefined && nextAt > now) {
    const again = copy.remindAt(dayTimeText(nextAt, now));
    return left > 0 ? `${copy.remindersLeft(REMINDERS - left, left)}，${again}` : again;
  }
  return left > 0 ? copy.remindersLeft(REMINDERS - left, left) : copy.remindersNone;
}

/** Who has not answered; undefined without a roster to tell. */
export function missingCard(
  preview: ReminderPreview,
  statistics: StatisticsView | undefined,
  now: number,
): MissingCard | undefined {
  if (statistics?.answered === undefined) return undefined;
  const count = grouped(preview.people);
  const few = preview.names.slice(0, FEW).join('、');
  return {
    title: preview.people > 0 ? copy.missing(count) : copy.everybody,
    names: preview.people > FEW ? copy.missingNames(few, count) : few,
    hint: reminderHint(preview, now),
    canRemind: preview.people > 0,
  };
}

/** What stands in the clipboard. */
export const namesText = (names: readonly string[]): string => copy.namesCopied(names.join('、'));

/** Days of the last bars, as many as fit side by side. */
const BARS = 6;

/** None when nobody joined in these days. */
export function dayBars(days: readonly DayCount[]): DayBar[] {
  const last = days.slice(-BARS);
  if (last.every(({ count }) => count === 0)) return [];
  const highest = Math.max(1, ...last.map(({ count }) => count));
  return last.map(({ from, count }) => {
    const { date } = chinaTime(from);
    return {
      day: copy.dayOfMonth(Number(date.slice(8))),
      count: grouped(count),
      height: Math.round((count / highest) * 100),
      label: copy.byDayLabel(dayText(date), grouped(count)),
    };
  });
}

const forVolunteers: PanelEntry[] = ['people', 'key-in', 'export', 'roster', 'report', 'rounds'];
const forOrganizers: PanelEntry[] = [
  'announce',
  ...forVolunteers,
  'edit',
  'staff',
  'history',
  'steer',
  'cancel',
];
const entriesOf: Partial<Record<ChainRole, PanelEntry[]>> = {
  volunteer: forVolunteers,
  organizer: forOrganizers,
  owner: [...forOrganizers, 'trash'],
};
const DANGEROUS: readonly PanelEntry[] = ['cancel', 'trash'];

/**
 * What the caller may do, in the order of how often it is done. `big`: the bar below has room for one button only, so the
 * others are rows as well.
 */
export function panelRows(
  chain: Pick<ChainView, 'myRole' | 'phase' | 'recurrence' | 'round'>,
  big: boolean,
): PanelRow[] {
  const recurs = chain.recurrence !== undefined || chain.round !== undefined;
  const isShown: Partial<Record<PanelEntry, boolean>> = {
    rounds: recurs,
    cancel: chain.phase !== 'cancelled',
    export: big,
    announce: big,
  };
  const wanted = (entriesOf[chain.myRole] ?? []).filter(id => isShown[id] ?? true);
  return wanted.map(id => ({
    id,
    ...panelEntries[id],
    ...(id === 'steer' ? steerNames[chain.phase] : {}),
    danger: DANGEROUS.includes(id),
  }));
}

export interface PanelHead {
  title: string;
  phase: string;
  tone: string;
  places: string;
  round: string;
  checking: boolean;
  announcement: string;
}

export const panelHead = (chain: ChainView): PanelHead => ({
  title: chain.title,
  phase: phases[chain.phase].text,
  tone: phases[chain.phase].tone,
  places: placesText(chain),
  round: chain.round === undefined ? '' : copy.round(dayText(chain.round.date)),
  checking: chain.phase === 'checking',
  announcement: chain.announcement?.text ?? '',
});

/** A recurring chain is changed as a whole, never one of its rounds. */
export const settingsId = ({ chainId, round }: Pick<ChainView, 'chainId' | 'round'>): string =>
  round?.seriesId ?? chainId;
