import type { ItemKind } from '../../../typings/contract/items';
import type { Counted, ReportDays, ReportView } from '../../../typings/contract/reports';
import { reasons } from '../../copy/batches';
import { kinds } from '../../copy/common';
import { chinaTime } from '../../view/china-time';
import type { Chip } from '../../view/item-query';
import { grouped } from '../../view/numbers';
import { buckets, cards, report } from '../copy/report';
import { inWords, type ReportCard, type ReportRow } from './chart-card';
import { noneTone, restTone, toneAt } from './chart-shape';

export interface ReportScreen {
  numbers: { name: string; count: string }[];
  cards: ReportCard[];
}

const kindNames = Object.keys(kinds) as ItemKind[];
const total = (counted: Counted): number => kindNames.reduce((sum, kind) => sum + counted[kind], 0);
const percentOf = (n: number, all: number): number => (all > 0 ? Math.round((n / all) * 100) : 0);

function stepName(from: number, step: ReportView['step']): string {
  const { date, month } = chinaTime(from);
  return step === 'month' ? report.month(month) : date.slice(5);
}

function timeRow(counted: Counted, step: ReportView['step']): ReportRow {
  const parts = kindNames.filter(kind => counted[kind] > 0);
  const name = stepName(counted.from, step);
  return {
    name: step === 'week' ? report.weekOf(name) : name,
    text: parts.map(kind => report.parts(kinds[kind].name, grouped(counted[kind]))).join('，'),
  };
}

function timeCard(id: 'removed' | 'added', view: ReportView): ReportCard {
  const counts = view[id];
  const legend = kindNames.map((kind, at) => ({ name: kinds[kind].name, tone: toneAt(at) }));
  const series = kindNames.map((kind, at) => ({
    name: kinds[kind].name,
    data: counts.map(counted => counted[kind]),
    tone: toneAt(at),
  }));
  const rows = counts.filter(counted => total(counted) > 0).map(counted => timeRow(counted, view.step));
  const title = cards[id].title[view.step];
  return {
    id,
    title,
    label: inWords(title, rows),
    none: rows.length === 0 ? cards[id].none : '',
    shape: { kind: 'stack', categories: counts.map(({ from }) => stepName(from, view.step)), series },
    legend,
    rows: rows.reverse(),
    fixed: false,
  };
}

function barCard(id: 'reasons' | 'frequency', counts: { name: string; count: number }[]): ReportCard {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const rows = counts.map(({ name, count }) => ({
    name,
    text: report.share(grouped(count), percentOf(count, all)),
  }));
  const { title, none } = cards[id];
  const series = [{ name: title, data: counts.map(({ count }) => count), tone: toneAt(0) }];
  return {
    id,
    title,
    label: inWords(title, rows),
    none: all === 0 ? none : '',
    shape: { kind: 'bar', categories: counts.map(({ name }) => name), series },
    legend: [],
    rows,
    fixed: false,
  };
}

function tagsCard({ tags }: ReportView): ReportCard {
  const shares = [
    ...tags.shown.map(({ tag, count }, at) => ({ name: tag, count, tone: toneAt(at) })),
    { name: cards.tags.rest, count: tags.rest, tone: restTone },
    { name: cards.tags.untagged, count: tags.untagged, tone: noneTone },
  ].filter(({ count }) => count > 0);
  // An item with two tags counts for both, so these are numbers, not parts of a hundred.
  const rows = shares.map(({ name, count, tone }) => ({ name, text: report.counted(grouped(count)), tone }));
  return {
    id: 'tags',
    title: cards.tags.title,
    label: inWords(cards.tags.title, rows),
    none: shares.length === 0 ? cards.tags.none : '',
    shape: {
      kind: 'ring',
      categories: [],
      series: shares.map(({ name, count, tone }) => ({ name, data: [count], tone })),
    },
    legend: [],
    rows,
    fixed: true,
  };
}

export function reportScreen(view: ReportView): ReportScreen {
  const { removed, restored, live } = view.totals;
  const why = view.reasons.map(({ reason, count }) => ({ name: reasons[reason], count }));
  const often = view.frequency.map(({ bucket, count }) => ({ name: buckets[bucket], count }));
  return {
    numbers: [
      { name: report.removed, count: grouped(removed) },
      { name: report.restored, count: grouped(restored) },
      { name: report.live, count: grouped(live) },
    ],
    cards: [
      timeCard('removed', view),
      barCard('reasons', why),
      tagsCard(view),
      barCard('frequency', often),
      timeCard('added', view),
    ],
  };
}

/** Neither a list nor a past: there is nothing to report. */
export const isEmptyReport = ({ totals }: ReportView): boolean => totals.live === 0 && totals.removed === 0;

const choices: readonly ReportDays[] = [30, 90, 365];

export const dayChips = (chosen: ReportDays): Chip[] =>
  choices.map(days => ({ id: String(days), text: report.days[days], on: days === chosen }));

export const daysFrom = (id: string): ReportDays => choices.find(days => String(days) === id) ?? 30;
