import type { ChainPhase } from '../../typings/contract/chains';
import type { EntryStatus, PaymentState } from '../../typings/contract/entries';

export type Tone = '' | 'warn' | 'plain' | 'danger';

export const phases: Record<ChainPhase, { text: string; tone: Tone }> = {
  checking: { text: '审核中', tone: 'warn' },
  scheduled: { text: '还没开始', tone: 'plain' },
  open: { text: '报名中', tone: '' },
  full: { text: '已报满', tone: 'warn' },
  closed: { text: '已截止', tone: 'plain' },
  cancelled: { text: '已取消', tone: 'danger' },
  trashed: { text: '已删除', tone: 'danger' },
};

/** The same as 报名中 where nobody signs up for anything: a purchase, a check-in, a vote. */
export const runs: { text: string; tone: Tone } = { text: '进行中', tone: '' };

/** Where somebody stands, in few words. */
export const standings: Record<EntryStatus, string> = {
  in: '已报名',
  offered: '等您确认',
  waiting: '候补中',
  asking: '等待审核',
  left: '已退出',
  removed: '已被移出',
  expired: '没有按时确认',
  declined: '没有通过',
};

export const payments: Record<PaymentState, string> = { unpaid: '未付', paid: '已付', refunded: '已退' };

export const chainWords = {
  weekdays: ['日', '一', '二', '三', '四', '五', '六'],
  dayTime: (month: number, day: number, weekday: string, time: string) =>
    `${month}月${day}日（周${weekday}）${time}`,
  day: (month: number, day: number, weekday: string) => `${month}月${day}日（周${weekday}）`,
  plainDay: (month: number, day: number) => `${month} 月 ${day} 日`,
  /** Parts of the day by their last hour. */
  dayParts: [
    { until: 5, name: '凌晨' },
    { until: 9, name: '早上' },
    { until: 12, name: '上午' },
    { until: 13, name: '中午' },
    { until: 18, name: '下午' },
    { until: 24, name: '晚上' },
  ],
  plainTime: (weekday: string, part: string, hour: number, minute: string) =>
    `周${weekday}${part} ${hour} 点${minute}`,
  half: '半',
  minute: (n: number) => ` ${n} 分`,
  daysHours: (d: number, h: number) => (h > 0 ? `${d} 天 ${h} 小时` : `${d} 天`),
  hoursMinutes: (h: number, m: number) => (m > 0 ? `${h} 小时 ${m} 分` : `${h} 小时`),
  minutes: (m: number) => `${m} 分钟`,
  lastMinute: '不到 1 分钟',
  yuan: (amount: string) => `¥${amount}`,
};

export const mine = {
  title: '接龙',
  scope: '看哪一些',
  joined: '我报名的',
  organized: '我发起的',
  searchHint: '搜接龙的名称、地点',
  start: '发起接龙',
  taken: (n: string, of: string) => `已报 ${n}/${of}`,
  takenOpen: (n: string) => `已报 ${n} 人`,
  waiting: (n: string) => `候补 ${n} 人`,
  number: (n: string) => `我是第 ${n} 号`,
  numberOf: (name: string, n: string) => `${name}是第 ${n} 号`,
  waitPosition: (n: string) => `候补第 ${n} 位`,
  confirmBy: (time: string) => `请在 ${time} 前确认`,
  others: (n: number) => `帮 ${n} 人报了`,
  nextRound: (day: string) => `下一次 ${day}`,
  anyTime: '时间没有定',
  emptyJoined: '还没有报过名',
  emptyJoinedHint: '点群里的接龙卡片就能报名，报过的会在这里',
  emptyOrganized: '还没有发起过接龙',
  emptyOrganizedHint: '点下面的“发起接龙”，半分钟就能发到群里',
  noMatch: '没有找到',
  noMatchHint: '换个词再试试',
  noMatchAction: '看全部',
  clear: '取消',
};
