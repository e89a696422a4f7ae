import type { PolicyName } from '../../typings/contract/errors';
import type { Grade } from '../../typings/contract/people';

export const limits = {
  title: '我的额度',
  hint: '为了不被当成异常操作，每天有个上限。没用成的不扣，当天找回的退还一次。',
  grades: { ordinary: '普通账号', verified: '已认证账号，额度翻倍' } satisfies Record<Grade, string>,
  full: '额度是满的',
  resets: (at: string) => `${at} 恢复`,
  oneMore: (at: string) => `${at} 多一个`,
  recounts: (at: string) => `${at} 重新计算`,
  slowTitle: '慢速模式',
  slow: (at: string, n: string) => `${at} 之前，每天最多取消 ${n} 个赞，点赞的分量减半。`,
  reviewTitle: '有人在看',
  review: '最近取消点赞比较多，管理员会看一眼是不是本人在用。这不影响您继续使用，看完就结束。',
  table: '两种账号的额度',
  showTable: '看全部额度',
  hideTable: '收起',
  ordinary: '普通',
  verified: '已认证',
};

/** What is left, in one sentence; `n` left of `all`. */
export const quotaTexts: Record<PolicyName, (n: string, all: string) => string> = {
  unfollow: (n, all) => `今天还可取消关注 ${n} 个（共 ${all} 个）`,
  'unlike.review': (n, all) => `24 小时内还可取消 ${n} 个赞（共 ${all} 个），超过会有人来看一眼`,
  'unlike.daily': (n, all) => `今天还可取消点赞 ${n} 个（共 ${all} 个）`,
  'unlike.same-content': (n, all) => `同一内容还可取消 ${n} 次（共 ${all} 次）`,
  'unlike.ratio': (n, all) => `这 30 天还可取消 ${n} 个赞（共 ${all} 个），超过会变慢`,
  unfavorite: (n, all) => `今天还可取消收藏 ${n} 个（共 ${all} 个）`,
  restore: (n, all) => `今天还可找回 ${n} 个（共 ${all} 个）`,
  'import.rows': (n, all) => `今天还可导入 ${n} 行（共 ${all} 行）`,
  'chain.create': (n, all) => `今天还可发起接龙 ${n} 个（共 ${all} 个）`,
  'chain.write': (n, all) => `这一分钟还可报名或修改 ${n} 次（共 ${all} 次）`,
  reminder: (n, all) => `24 小时内还可提醒 ${n} 次（共 ${all} 次）`,
  'any-call': (n, all) => `这一分钟还可操作 ${n} 次（共 ${all} 次）`,
};

/** When nothing is left and the sentence would read oddly. */
export const quotaGone: Partial<Record<PolicyName, (all: string) => string>> = {
  'unlike.review': all => `24 小时内已经取消 ${all} 个赞，再取消会有人来看一眼`,
};

/** Rows of the table of limits; `n` is the limit of one grade. */
export const tableRows: Record<PolicyName, { name: string; amount: (n: string) => string }> = {
  unfollow: { name: '取消关注', amount: n => `每天 ${n} 个` },
  'unlike.review': { name: '取消点赞，超过会有人来看', amount: n => `24 小时 ${n} 个` },
  'unlike.daily': { name: '取消点赞', amount: n => `每天 ${n} 个` },
  'unlike.same-content': { name: '取消同一内容的赞，到了锁 48 小时', amount: n => `${n} 次` },
  'unlike.ratio': { name: '30 天内取消的赞，超过会变慢', amount: n => `占 ${n}%` },
  unfavorite: { name: '取消收藏', amount: n => `每天 ${n} 个` },
  restore: { name: '找回', amount: n => `每天 ${n} 个` },
  'import.rows': { name: '导入', amount: n => `每天 ${n} 行` },
  'chain.create': { name: '发起接龙', amount: n => `每天 ${n} 个` },
  'chain.write': { name: '报名、修改、退出接龙', amount: n => `每分钟 ${n} 次` },
  reminder: { name: '提醒一个接龙的人', amount: n => `24 小时 ${n} 次` },
  'any-call': { name: '全部操作', amount: n => `每分钟 ${n} 次` },
};
