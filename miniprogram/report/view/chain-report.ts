import type { EntryStatus, PaymentState } from '../../../typings/contract/entries';
import type { StatisticsView } from '../../../typings/contract/sheets';
import { fenText } from '../../view/chain-time';
import { chinaTime } from '../../view/china-time';
import { grouped } from '../../view/numbers';
import { chainReport as copy, entryStates, paymentStates } from '../copy/chain-report';
import { inWords, type ReportCard, type ReportRow } from './chart-card';
import { noneTone, type Tone, toneAt } from './chart-shape';

export interface ChainReportScreen {
  numbers: { name: string; count: string }[];
  cards: ReportCard[];
  /** Sums of money and of number fields, and how many stand where: without a picture. */
  tables: { id: string; title: string; rows: ReportRow[] }[];
}

export const blankReport: ChainReportScreen = { numbers: [], cards: [], tables: [] };

const dayName = (from: number): string => chinaTime(from).date.slice(5);

function dayCard({ joinsByDay }: StatisticsView): ReportCard {
  const counted = joinsByDay.filter(({ count }) => count > 0);
  const rows = counted.map(({ from, count }) => ({
    name: dayName(from),
    text: copy.counted(grouped(count)),
  }));
  const series = [{ name: copy.byDay, data: joinsByDay.map(({ count }) => count), tone: toneAt(0) }];
  return {
    id: 'days',
    title: copy.byDay,
    label: inWords(copy.byDay, rows),
    none: rows.length === 0 ? copy.byDayNone : '',
    shape: { kind: 'stack', categories: joinsByDay.map(({ from }) => dayName(from)), series },
    legend: [],
    rows: rows.reverse(),
    fixed: false,
  };
}

/** Chart names beside the bars must leave room for the bars. */
const MAX_NAME = 8;
const short = (label: string): string => {
  const letters = Array.from(label);
  return letters.length > MAX_NAME ? `${letters.slice(0, MAX_NAME - 1).join('')}…` : label;
};

type OptionCount = StatisticsView['options'][number]['options'][number];

function optionText({ count, capacity, amountFen }: OptionCount): string {
  const chosen =
    capacity === undefined ? copy.chosen(grouped(count)) : copy.ofCapacity(grouped(count), grouped(capacity));
  return amountFen === undefined ? chosen : copy.withAmount(chosen, fenText(amountFen));
}

function optionCard({ fieldId, label, options }: StatisticsView['options'][number]): ReportCard {
  const rows = options.map(option => ({ name: option.label, text: optionText(option) }));
  const none = options.every(({ count }) => count === 0);
  const series = [{ name: label, data: options.map(({ count }) => count), tone: toneAt(0) }];
  return {
    id: `option-${fieldId}`,
    title: label,
    label: inWords(label, rows),
    none: none ? copy.optionNone : '',
    shape: { kind: 'bar', categories: options.map(option => short(option.label)), series },
    legend: [],
    rows,
    fixed: false,
  };
}

/** Shares of a whole, each with its tone in the table. */
function ringCard(
  id: string,
  title: string,
  shares: { name: string; count: number; tone: Tone }[],
): ReportCard {
  const rows = shares.map(({ name, count, tone }) => ({ name, text: copy.counted(grouped(count)), tone }));
  return {
    id,
    title,
    label: inWords(title, rows),
    none: '',
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

const answeredCard = ({ yes, no }: NonNullable<StatisticsView['answered']>): ReportCard =>
  ringCard('answered', copy.answered, [
    { name: copy.yes, count: yes, tone: toneAt(0) },
    { name: copy.no, count: no, tone: noneTone },
  ]);

const paymentTones: Record<PaymentState, Tone> = { paid: toneAt(0), unpaid: toneAt(2), refunded: noneTone };

function paymentCard(byState: Record<PaymentState, number>): ReportCard {
  const states = Object.keys(paymentTones) as PaymentState[];
  const shares = states.map(state => ({
    name: paymentStates[state],
    count: byState[state],
    tone: paymentTones[state],
  }));
  return ringCard('payments', copy.payments, shares);
}

function amountRows({ dueFen, paidFen, refundedFen }: NonNullable<StatisticsView['amounts']>): ReportRow[] {
  return [
    { name: copy.due, text: fenText(dueFen) },
    { name: copy.paid, text: fenText(paidFen) },
    { name: copy.stillDue, text: fenText(Math.max(0, dueFen - paidFen)) },
    { name: copy.refunded, text: fenText(refundedFen) },
  ];
}

/** Two digits behind the point at most. */
const average = (value: number): string => String(Math.round(value * 100) / 100);

function tablesOf({ amounts, sums, entries }: StatisticsView): ChainReportScreen['tables'] {
  const sumRows = sums.map(({ label, sum, average: mean, answered }) => ({
    name: label,
    text: copy.sum(average(sum), average(mean), grouped(answered)),
  }));
  const states = (Object.keys(entryStates) as EntryStatus[]).filter(status => entries[status] > 0);
  const stateRows = states.map(status => ({
    name: entryStates[status],
    text: copy.counted(grouped(entries[status])),
  }));
  const tables = [
    { id: 'amounts', title: copy.amounts, rows: amounts === undefined ? [] : amountRows(amounts) },
    { id: 'sums', title: copy.sums, rows: sumRows },
    { id: 'status', title: copy.status, rows: stateRows },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

const hasPayments = ({ amounts }: StatisticsView): boolean =>
  amounts !== undefined && Object.values(amounts.byState).some(count => count > 0);

export function chainReportScreen(view: StatisticsView): ChainReportScreen {
  const { places, entries, answered, amounts } = view;
  const { taken, waiting, capacity } = places;
  const all = grouped(taken);
  return {
    numbers: [
      { name: copy.people, count: grouped(entries.in + entries.offered) },
      { name: copy.taken, count: capacity === undefined ? all : copy.takenOf(all, grouped(capacity)) },
      { name: copy.waiting, count: grouped(waiting) },
    ],
    cards: [
      dayCard(view),
      ...view.options.map(optionCard),
      ...(answered === undefined ? [] : [answeredCard(answered)]),
      ...(amounts !== undefined && hasPayments(view) ? [paymentCard(amounts.byState)] : []),
    ],
    tables: tablesOf(view),
  };
}

/** Nobody ever joined, and nobody is expected. */
export const isEmptyStatistics = ({ entries, answered }: StatisticsView): boolean =>
  answered === undefined && Object.values(entries).every(count => count === 0);
