import type { BatchOutcome, BatchState, RemovalReason, Risk } from '../../typings/contract/batches';

export const confirm = {
  title: (remove: string, n: string, noun: string) => `${remove}这 ${n} ${noun}？`,
  titleBig: (remove: string, n: string, noun: string) => `确定${remove}这 ${n} ${noun}吗？`,
  titleOne: (remove: string, name: string) => `${remove}“${name}”？`,
  recover: '72 小时内可以在“最近删除”里全部找回',
  recoverBig: '3 天内可以找回',
  skipped: '会跳过',
  skippedText: (n: number, names: string) => `${n} 个受保护的：${names}`,
  skippedMore: '等',
  locked: '锁定的',
  lockedText: (n: string, names: string, at: string) => `${n} 条取消过多次：${names}。${at} 后可再取消`,
  quota: '今日额度',
  quotaNow: (now: string, rest: string, limit: string) => `用掉 ${now}，还剩 ${rest}（每天 ${limit}）`,
  quotaLater: (now: string, later: string, at: string, counter: string) =>
    `今天 ${now} ${counter}，其余 ${later} ${counter}${at} 继续`,
  inWeChat: '微信里',
  inWeChatText: '还要您自己点一次取消，之后给您清单',
  risk: '风险',
  riskLater: '一天清理太多，微信可能提示操作频繁，所以分几天做',
  riskNone: '只改这里的名单，不会动您的微信',
  risks: {
    review: '取消后会有人工检查，照常可以用',
    'slow-mode': '30 天里取消得太多，之后 7 天每天最多取消 5 条',
  } satisfies Record<Risk, string>,
  nothing: '没有可以移除的，选中的都受保护',
  back: '再想想',
  more: (n: number) => `+${n}`,
  inAll: (n: string, counter: string) => `等 ${n} ${counter}`,
  showNames: '多看一些名字',
  expired: '名单放太久了，已经重新核对，请再看一眼',
};

export const progress = {
  title: '进度',
  states: {
    frozen: '还没开始',
    running: '正在移除',
    paused: '已暂停',
    waiting: '剩下的以后继续',
    done: '做完了',
    cancelled: '已停止',
  } satisfies Record<BatchState, string>,
  undone: '已全部撤销',
  counts: (handled: string, total: string) => `${handled} / ${total}`,
  removed: '已移除',
  backAgain: '已撤销',
  left: '没动',
  later: '等以后',
  resumeAt: (at: string) => `${at} 自动继续`,
  pause: '暂停',
  resume: '继续',
  stop: '停止剩下的',
  stopTitle: '停止剩下的？',
  stopYes: '停止',
  stopText: '已经移除的留在“最近删除”里，剩下的不再移除。',
  cancelRest: '取消剩下的',
  cancelRestTitle: '取消剩下的？',
  cancelRestText: (n: string) => `排队的 ${n} 个不再移除。已经移除的留在“最近删除”里。`,
  undoAll: '全部撤销',
  undoneCounts: (restored: string, gone: string) =>
    gone !== '0' ? `找回 ${restored} 个，${gone} 个已经找不回来` : `已找回 ${restored} 个，标签和星标都还在`,
  leave: '可以先离开，回来还在这里',
  checklist: '去微信里取消',
  checklistHint: '这里已经移除，微信里还要您再点一次',
  results: '每一个的结果',
  toList: '回到名单',
  undoUntil: (left: string) => `${left}可以全部撤销`,
};

export const survey = {
  title: '为什么不要了？',
  hint: '最多选 3 个，可以不答',
  send: '说完了',
  skip: '跳过',
  thanks: '记下了，清理报告里能看到',
};

export const reasons: Record<RemovalReason, string> = {
  outdated: '信息过时',
  adverts: '广告过多',
  'too-frequent': '推送太频繁',
  'not-needed': '不再需要',
  privacy: '隐私顾虑',
  'by-mistake': '误关注',
  other: '其他',
};

export const outcomes: Record<BatchOutcome, { text: string }> = {
  removed: { text: '已移除' },
  restored: { text: '已找回' },
  left: { text: '没动' },
  waiting: { text: '等以后' },
  cancelled: { text: '已停止' },
  erased: { text: '已清除' },
};
export const erasedName = '（内容已清除）';
