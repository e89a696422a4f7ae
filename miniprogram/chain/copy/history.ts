import type { ChainEvent } from '../../../typings/contract/chains';

export const history = {
  title: '操作记录',
  emptyTitle: '还没有记录',
  emptyHint: '谁做了什么，会一条条记在这里',
  system: '自动',
  older: '更早的记录',
  newer: '更新的记录',
  sentence: (by: string, what: string, subject: string) =>
    subject === '' ? `${by} ${what}` : `${by} ${what}：${subject}`,
};

/** What happened, in plain words; who did it stands in front. */
export const eventNames: Record<ChainEvent['what'], string> = {
  created: '发起了接龙',
  edited: '改了设置',
  closed: '截止了报名',
  reopened: '重新开放了报名',
  cancelled: '取消了活动',
  trashed: '解散了接龙',
  restored: '找回了接龙',
  announced: '发了通知',
  reminded: '提醒了大家',
  appointed: '改了协作者',
  transferred: '交接了接龙',
  roster: '换了对照名单',
  exported: '导出了名单',
  joined: '报了名',
  waiting: '进了候补',
  asking: '申请报名',
  'entry-edited': '改了报名',
  left: '退出了',
  removed: '移除了',
  promoted: '补上了',
  offered: '有名额了，等确认',
  confirmed: '确认参加',
  expired: '没按时确认，名额让出',
  'moved-to-waitlist': '转为候补',
  claimed: '认领了报名',
  approved: '同意了报名',
  declined: '没有同意报名',
  paid: '改了付款',
  noted: '写了备注',
  'keyed-in': '代录了',
  decided: '决定了办不办',
  erased: '清除了个人信息',
};
