import type { RosterRow } from '../../../typings/contract/notices';

export const roster = {
  title: '对照名单',
  intro: '把应该答复的人贴进来，就知道谁报了、谁还没报',
  names: '名单',
  namesHint: '一行一个，或用顿号、逗号隔开，前面的编号会去掉',
  save: '保存名单',
  saving: '正在对照',
  change: '换一份名单',
  back: '返回',
  drop: '不用名单了',
  dropAsk: '不用这份名单了？',
  dropText: '只去掉名单，报名的人不变',
  dropYes: '去掉',
  empty: '请先贴上名字',
  answered: (n: string) => `已答复 ${n} 人`,
  unanswered: (n: string) => `没答复 ${n} 人`,
  others: (n: string) => `名单以外还有 ${n} 人报名`,
  filter: '看哪些人',
  all: (n: string) => `全部 ${n}`,
  similar: (names: string) => `可能是：${names}`,
  copyNames: '复制名单',
  copyText: (names: string) => `没答复的：${names}`,
  remind: '提醒他们',
  emptyTitle: '这里没有人',
  emptyHint: '换一类看看',
};

export const rosterStates: Record<RosterRow['status'], { text: string; tone: '' | 'warn' | 'plain' }> = {
  in: { text: '已报名', tone: '' },
  waiting: { text: '候补', tone: 'plain' },
  asking: { text: '待审核', tone: 'plain' },
  unanswered: { text: '没答复', tone: 'warn' },
};
