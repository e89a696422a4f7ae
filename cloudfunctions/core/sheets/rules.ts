import type { Answer, EntryStatus, PaymentState } from '../../../typings/contract/entries';
import type { ChainDraft, ChainField } from '../../../typings/contract/fields';
import type { DayCount, StatisticsView } from '../../../typings/contract/sheets';
import { amountDue, hasPrices } from '../entries/rules';

/** Entries of one pasted or written 接龙, as in WeChat. */
export const LINES_MAX = 500;

const DAY_MS = 86_400_000;
/** China's days begin this long before those of UTC. */
const OFFSET_MS = 8 * 3_600_000;
/** Days that a chart of joins shows. */
const DAYS_MAX = 60;

type Settings = Pick<ChainDraft, 'fields' | 'priceFen'>;

export interface OptionTotals {
  fieldId: string;
  label: string;
  options: {
    id: string;
    label: string;
    count: number;
    capacity?: number;
    priceFen?: number;
    amountFen?: number;
  }[];
}

/** What the options of a chain come to. `counts`: of who has a place, under `<field>_<option>`. */
export const optionTotals = ({ fields }: Settings, counts: Record<string, number>): OptionTotals[] =>
  fields
    .filter(field => !field.personal && field.options !== undefined)
    .map(({ id: fieldId, label, options = [] }) => ({
      fieldId,
      label,
      options: options.map(({ priceFen, ...option }) => {
        const count = counts[`${fieldId}_${option.id}`] ?? 0;
        return { ...option, count, ...(priceFen !== undefined && { priceFen, amountFen: priceFen * count }) };
      }),
    }));

export interface Sum {
  sum: number;
  answered: number;
}

/** `number` fields in their order; two decimals, as they are answered. */
export function sumsOf(fields: ChainField[], found: Record<string, Sum>): StatisticsView['sums'] {
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return summedFields(fields).map(({ id, label }) => {
    const { sum, answered } = found[id] ?? { sum: 0, answered: 0 };
    const average = answered === 0 ? 0 : rounded(sum / answered);
    return { fieldId: id, label, sum: rounded(sum), average, answered };
  });
}

/** Personal ones are sealed: nobody adds them up. */
export const summedFields = (fields: ChainField[]): ChainField[] =>
  fields.filter(({ type, personal }) => type === 'number' && !personal);

/** An entry that is marked as paid or refunded. */
export interface Payment {
  state: PaymentState;
  /** It has a place now. */
  holds: boolean;
  /** Absent: what was due. */
  paidFen?: number;
  places: number;
  answers: Record<string, Answer>;
}

/** What an entry with a place owes by the prices of now. */
export interface Due {
  places: number;
  /** Under `<field>_<option>`. */
  picks: Record<string, number>;
}

function dueOf({ fields, priceFen = 0 }: Settings, { places, picks }: Due): number {
  const goods = fields.flatMap(field =>
    (field.options ?? []).map(option => (option.priceFen ?? 0) * (picks[`${field.id}_${option.id}`] ?? 0)),
  );
  return goods.reduce((sum, fen) => sum + fen, priceFen * places);
}

/**
 * Money of a chain; undefined where nothing has a price and nothing was paid. Paid and refunded amounts are also those of
 * people who left since: the organizer has their money still.
 * @param due all entries that have a place
 */
export function amountsOf(settings: Settings, due: Due[], payments: Payment[]): StatisticsView['amounts'] {
  if (!hasPrices(settings) && payments.length === 0) return undefined;
  const of = (wanted: PaymentState): Payment[] => payments.filter(({ state }) => state === wanted);
  const total = (all: Payment[]): number =>
    all.reduce(
      (sum, { paidFen, places, answers }) => sum + (paidFen ?? amountDue(settings, places, answers) ?? 0),
      0,
    );
  const [paid, refunded] = [of('paid'), of('refunded')];
  const unpaid = due.length - payments.filter(({ holds }) => holds).length;
  return {
    dueFen: due.reduce((sum, one) => sum + dueOf(settings, one), 0),
    paidFen: total(paid),
    refundedFen: total(refunded),
    byState: { unpaid, paid: paid.length, refunded: refunded.length },
  };
}

const startOf = (day: number): number => day * DAY_MS - OFFSET_MS;
const dayOf = (instant: number): number => Math.floor((instant + OFFSET_MS) / DAY_MS);

/**
 * Joins a day without gaps, at most 60 days up to today, or to the closing when it is over; a join after it is shown as well.
 * @param counts by the number of the day since 1970 in UTC+8
 */
export function joinsByDay(
  counts: Map<number, number>,
  closesAt: number | undefined,
  now: number,
): DayCount[] {
  const days = [...counts.keys()];
  const latest = Math.max(dayOf(Math.min(now, closesAt ?? now)), ...days);
  const last = Math.min(latest, dayOf(now));
  const first = Math.max(Math.min(last, ...days), last - DAYS_MAX + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    from: startOf(first + index),
    count: counts.get(first + index) ?? 0,
  }));
}

/** Entries by what became of them. Whoever is in the book is what it says; who lost an offer without a word expired. */
export function statusCounts(
  held: EntryStatus[],
  ended: Partial<Record<EntryStatus, number>>,
  numbers: number,
): StatisticsView['entries'] {
  const zero = { in: 0, offered: 0, waiting: 0, asking: 0, left: 0, removed: 0, expired: 0, declined: 0 };
  const counts: StatisticsView['entries'] = { ...zero, ...ended };
  for (const status of held) counts[status] += 1;
  const known = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ...counts, expired: counts.expired + Math.max(0, numbers - known) };
}
