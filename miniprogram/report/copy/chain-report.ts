import type { EntryStatus, PaymentState } from '../../../typings/contract/entries';

export const chainReport = {
  title: '统计',
  taken: '已占名额',
  takenOf: (taken: string, capacity: string) => `${taken} / ${capacity}`,
  waiting: '候补名额',
  people: '报名人数',
  byDay: '每天报名人数',
  byDayNone: '还没有人报名',
  answered: '答复了没有',
  yes: '已答复',
  no: '没答复',
  counted: (n: string) => `${n} 人`,
  chosen: (n: string) => `${n} 个`,
  ofCapacity: (n: string, capacity: string) => `${n} / ${capacity} 个`,
  withAmount: (text: string, amount: string) => `${text}，${amount}`,
  optionNone: '还没有人选',
  sums: '数字合计',
  sum: (sum: string, average: string, answered: string) => `共 ${sum}，平均 ${average}，${answered} 人填了`,
  amounts: '金额',
  due: '应收',
  paid: '已收',
  refunded: '已退',
  stillDue: '还差',
  payments: '付款情况',
  status: '各种状态',
  emptyTitle: '还没有可看的',
  emptyHint: '有人报名以后，这里就有图',
};

export const entryStates: Record<EntryStatus, string> = {
  in: '已报名',
  offered: '待确认',
  waiting: '候补',
  asking: '待审核',
  left: '自己退出',
  removed: '被移除',
  expired: '没有确认',
  declined: '没有同意',
};

export const paymentStates: Record<PaymentState, string> = { unpaid: '未付', paid: '已付', refunded: '已退' };
