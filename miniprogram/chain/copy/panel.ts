import type { ChainPhase, ChainRole } from '../../../typings/contract/chains';

export const panel = {
  title: '管理',
  joined: '已报名',
  waiting: '候补',
  asking: '待审核',
  unanswered: '还没答复',
  paid: '已付',
  paidOf: (n: string, of: string) => `${n} / ${of}`,
  none: '—',
  places: (taken: string, capacity: string) => `名额 ${taken} / ${capacity}`,
  placesOpen: (taken: string) => `已占 ${taken} 个名额，不限`,
  round: (day: string) => `${day}这一轮`,
  missing: (n: string) => `还没答复的 ${n} 人`,
  missingNames: (names: string, n: string) => `${names} 等 ${n} 人`,
  everybody: '名单上的人都答复了',
  noRoster: '放一份名单，就知道谁还没答复',
  setRoster: '粘贴名单',
  remind: '提醒他们',
  copyNames: '复制名单',
  namesCopied: (n: string) => `没答复的：${n}`,
  remindersLeft: (done: number, left: number) => `今天已提醒 ${done} 次，还能提醒 ${left} 次`,
  remindersNone: '今天的 5 次提醒用完了',
  remindAt: (time: string) => `${time} 以后可以再提醒`,
  byDay: '每天报名人数',
  dayOfMonth: (day: number) => `${day} 日`,
  byDayLabel: (day: string, n: string) => `${day} ${n} 人`,
  checking: '文字正在审核，通过以后大家才能看到',
  announcement: '正在显示的通知',
  more: '更多',
  export: '导出',
  announce: '发通知',
  share: '分享到群',
  closeTitle: '现在截止？',
  closeText: '截止以后不能再报名、修改和退出。可以重新开放。',
  closeYes: '截止',
  closed: '已截止',
  reopened: '已重新开放',
  cancelTitle: '取消这次活动',
  cancelNote: '原因会告诉每一个报了名的人，取消以后可以重新开放',
  cancelHint: '为什么取消',
  cancelReady: ['人数不够', '天气不好', '场地有变', '改到下次'],
  cancelYes: '取消活动',
  cancelled: '已取消',
  announceTitle: '发通知',
  announceNote: '显示在接龙最上面，清空就是撤下',
  announceHint: '写几句话，最多 500 字',
  announceYes: '发布',
  announced: '通知已放上',
  announceGone: '通知已撤下',
  trashTitle: '解散这个接龙？',
  trashText: '会移到“最近删除”，72 小时内可以原样找回，之后彻底清除。',
  trashAgain: '真的要解散吗？',
  trashAgainText: (n: string) => `${n} 人报了名，解散以后他们也看不到了。`,
  trashYes: '解散',
  trashed: '已解散，72 小时内可以找回',
  keyedIn: (name: string, number: string) => `${name} 是第 ${number} 号`,
};

/** Announcements ready to be changed; the blanks are for the organizer. */
export const announcements = [
  '时间改为：',
  '地点改为：',
  '请带好：',
  '请提前 10 分钟到',
  '下雨照常',
  '还没付款的请尽快付',
];

export type PanelEntry =
  | 'people'
  | 'key-in'
  | 'export'
  | 'announce'
  | 'roster'
  | 'report'
  | 'history'
  | 'edit'
  | 'rounds'
  | 'staff'
  | 'steer'
  | 'cancel'
  | 'trash';

export const panelEntries: Record<PanelEntry, { name: string; hint: string; icon: string }> = {
  people: { name: '名单', hint: '审核、收款、备注、移除', icon: 'user' },
  'key-in': { name: '代录电话报名', hint: '替打电话来的人报上', icon: 'plus' },
  export: { name: '导出', hint: '接龙文字、表格、海报', icon: 'export' },
  announce: { name: '发通知', hint: '显示在接龙最上面', icon: 'bell' },
  roster: { name: '对照名单', hint: '谁报了，谁还没报', icon: 'find' },
  report: { name: '统计', hint: '每天人数、各选项、金额', icon: 'chart' },
  rounds: { name: '每一轮', hint: '按月看每天的名单', icon: 'star' },
  edit: { name: '修改', hint: '时间、名额、要填的内容', icon: 'copy' },
  staff: { name: '协作者', hint: '谁能一起管，谁接手', icon: 'shield' },
  history: { name: '操作记录', hint: '谁在什么时候做了什么', icon: 'file' },
  steer: { name: '现在截止', hint: '不再接受报名', icon: 'clock' },
  cancel: { name: '取消活动', hint: '告诉大家不办了', icon: 'alert' },
  trash: { name: '解散', hint: '移到最近删除，72 小时内可找回', icon: 'bin' },
};

export const steerNames: Partial<Record<ChainPhase, { name: string; hint: string }>> = {
  closed: { name: '重新开放', hint: '继续接受报名' },
  cancelled: { name: '恢复活动', hint: '重新开放报名' },
};

export const roles: Record<Exclude<ChainRole, 'visitor' | 'participant'>, string> = {
  owner: '发起人',
  organizer: '组织者',
  volunteer: '志愿者',
};
