import type { ReviewDecision, ReviewReason } from '../../typings/contract/review';

export const review = {
  title: '审核',
  open: '待处理',
  decided: '处理过',
  states: '看哪些',
  intro: '只看得到次数和时间，看不到内容、名字和网络地址',
  emptyOpen: '没有要处理的',
  emptyOpenHint: '有可疑的操作会出现在这里',
  emptyDecided: '还没有处理过的',
  emptyDecidedHint: '处理过的会留在这里',
  openedAt: (at: string) => `${at} 提出`,
  decidedAt: (at: string, decision: string) => `${at} ${decision}`,
  account: (short: string) => `账号 ${short}`,
  slow: (at: string) => `慢速模式到 ${at}`,
  note: '处理说明',
  noteHint: '可以不写，最多 200 字',
  noted: (note: string) => `说明：${note}`,
  act: '处理',
  fold: '收起',
  evidence: '依据',
  more: '再看一些',
  moreFailed: '没加载出来，点一下再试',
  done: '已处理',
  conflict: '别的管理员刚处理过，已经刷新',
};

/** What happened, in numbers. */
export const reasonTitles: Record<ReviewReason, (facts: { n: string; of: string }) => string> = {
  'unlike.review': ({ n, of }) => `24 小时内取消了 ${n} 个赞，提醒线是 ${of} 个`,
  'unlike.ratio': ({ n, of }) => `30 天内取消了 ${n} 个赞，开始时有 ${of} 个`,
  'same-network': ({ n }) => `同一网络下 ${n} 个账号在 10 分钟内批量清理`,
};

export const evidence = {
  cancelled: (at: string) => `${at} 取消 1 个`,
  cleaned: (short: string, at: string) => `${at} 账号 ${short} 批量清理`,
  window: (at: string) => `从 ${at} 起算`,
};

/** Button, question and what was decided; the question says what it does to the person. */
export const decisions: Record<
  ReviewDecision,
  { button: string; ask: string; effect: string; done: string }
> = {
  lift: {
    button: '解除限制',
    ask: '解除限制？',
    effect: '慢速模式马上结束，这件事就此关闭。',
    done: '解除了限制',
  },
  keep: {
    button: '维持现状',
    ask: '维持现状？',
    effect: '现有的限制不变，这件事就此关闭。',
    done: '维持现状',
  },
  restrict: {
    button: '限制 7 天',
    ask: '限制 7 天？',
    effect: '从现在起 7 天，每天最多取消 5 个赞（已认证 10 个）。',
    done: '限制了 7 天',
  },
};
