import type { EntryStatus, EntryView, PaymentState } from '../../../../typings/contract/entries';
import type { ChainDraft, ChainField } from '../../../../typings/contract/fields';
import type { OptionTotals } from '../rules';
import { answerText } from './answer-text';

/** Text is text, also when it looks like a number: phone numbers keep their zeros. */
export interface Column {
  title: string;
  kind: 'text' | 'number' | 'yuan';
  /** Characters. */
  width: number;
}

/** Fen of `yuan` columns are yuan here. */
export type Cell = string | number | undefined;

export interface Table {
  columns: Column[];
  rows: Cell[][];
}

const STATUS_WORDS: Record<EntryStatus, string> = {
  ...{ in: '已报名', offered: '待确认', waiting: '候补', asking: '待审核' },
  ...{ left: '已退出', removed: '已移除', expired: '已过期', declined: '未通过' },
};
const PAYMENT_WORDS: Record<PaymentState, string> = { unpaid: '未付', paid: '已付', refunded: '已退' };

const OFFSET_MS = 8 * 3_600_000;

/** 2026-11-28 08:00, by China's clocks. */
const minuteText = (instant: number): string =>
  new Date(instant + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

const yuanOf = (fen: number | undefined): number | undefined => (fen === undefined ? undefined : fen / 100);

type ColumnOf = Column & { cell(entry: EntryView): Cell };

const text = (title: string, width: number, cell: (entry: EntryView) => Cell): ColumnOf => ({
  ...{ title, kind: 'text', width, cell },
});

function fieldColumn(field: ChainField): ColumnOf {
  const isNumber = field.type === 'number' && !field.personal;
  const cell = ({ answers }: EntryView): Cell => {
    const answer = answers[field.id];
    return isNumber && typeof answer === 'number' ? answer : answerText(field, answer);
  };
  return { title: field.label, kind: isNumber ? 'number' : 'text', width: isNumber ? 10 : 18, cell };
}

const money = (title: string, fen: (entry: EntryView) => number | undefined): ColumnOf => ({
  ...{ title, kind: 'yuan', width: 12, cell: entry => yuanOf(fen(entry)) },
});

/** Left out when no entry has anything there. */
const OPTIONAL: ColumnOf[] = [
  text('代报人', 12, ({ by, keyedIn }) =>
    by === undefined ? undefined : `${by}${keyedIn ? '（代录）' : ''}`,
  ),
  money('应付（元）', ({ amountFen }) => amountFen),
  text('付款', 8, ({ payment }) => payment && PAYMENT_WORDS[payment]),
  money('已付（元）', ({ payment, paidFen, amountFen }) =>
    payment === 'paid' ? (paidFen ?? amountFen) : undefined,
  ),
  text('备注（发起人）', 20, ({ note }) => note),
];

/** The list of a chain as its reader may see it, in the order of the entries. */
export function tableOf({ fields }: Pick<ChainDraft, 'fields'>, entries: EntryView[]): Table {
  const columns: ColumnOf[] = [
    { title: '序号', kind: 'number', width: 6, cell: ({ number }) => number },
    text('姓名', 14, ({ name }) => name),
    text('状态', 10, ({ status, madeUp }) => `${STATUS_WORDS[status]}${madeUp ? '（补）' : ''}`),
    { title: '人数', kind: 'number', width: 6, cell: ({ places }) => places },
    ...fields.map(fieldColumn),
    ...OPTIONAL.filter(({ cell }) => entries.some(entry => cell(entry) !== undefined)),
    text('报名时间', 18, ({ joinedAt }) => minuteText(joinedAt)),
  ];
  return {
    columns: columns.map(({ title, kind, width }) => ({ title, kind, width })),
    rows: entries.map(entry => columns.map(({ cell }) => cell(entry))),
  };
}

const TOTAL_COLUMNS: Column[] = [
  { title: '项目', kind: 'text', width: 18 },
  { title: '选项', kind: 'text', width: 24 },
  { title: '数量', kind: 'number', width: 8 },
  { title: '名额', kind: 'number', width: 8 },
  { title: '单价（元）', kind: 'yuan', width: 12 },
  { title: '合计（元）', kind: 'yuan', width: 12 },
];

/** How often each option was chosen, as a table of its own. */
export const totalsTable = (totals: OptionTotals[]): Table => ({
  columns: TOTAL_COLUMNS,
  rows: totals.flatMap(({ label, options }) =>
    options.map(one => [
      ...[label, one.label, one.count, one.capacity, yuanOf(one.priceFen), yuanOf(one.amountFen)],
    ]),
  ),
});
