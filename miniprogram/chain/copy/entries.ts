import type { EntryStatus } from '../../../typings/contract/entries';
import type { Tone } from '../../copy/chains';

/** What a line of the list says of where somebody stands; blank for those who are in. */
export const rowTags: Record<EntryStatus, { text: string; tone: Tone }> = {
  in: { text: '', tone: '' },
  offered: { text: '待确认', tone: 'warn' },
  waiting: { text: '候补', tone: 'plain' },
  asking: { text: '待审核', tone: 'warn' },
  left: { text: '已退出', tone: 'plain' },
  removed: { text: '已移出', tone: 'danger' },
  expired: { text: '没确认', tone: 'plain' },
  declined: { text: '没通过', tone: 'danger' },
};

export const entryWords = {
  times: (label: string, n: number) => `${label} × ${n}`,
  by: (name: string) => `由 ${name} 代报`,
  keyedIn: '发起人代录',
  madeUp: '补卡',
  checking: '审核中',
  people: (n: string) => `${n} 人`,
  waitPosition: (n: string) => `候补第 ${n} 位`,
  me: '我',
  mine: '我帮报的',
  number: (n: string) => `第 ${n} 号`,
  detail: '看这一条',
};

/** The sheet of one entry. */
export const entrySheet = {
  number: '号码',
  standing: '状态',
  places: '人数',
  by: '谁报的',
  joinedAt: '报名时间',
  amount: '金额',
  paid: '付款',
  reason: '原因',
  claim: '这是我，认领',
  edit: '修改',
  leave: '退出',
  close: '返回',
  claimTitle: '是您本人吗？',
  claimText: (name: string) => `认领以后，“${name}”这一条归您，可以自己改、自己退。`,
  claimYes: '是我',
  claimNo: '不是',
  claimed: '已经归您了',
};

/** The card that says where I stand. */
export const myEntry = {
  number: (n: string) => `您是第 ${n} 号`,
  numberOf: (name: string, n: string) => `${name}：第 ${n} 号`,
  otherOf: (name: string, standing: string) => `${name}：${standing}`,
  waiting: (n: string) => `候补第 ${n} 位`,
  waitingHint: '有人退出会按顺序补上，补上了会告诉您',
  offered: '有名额了，请确认',
  offeredHint: (left: string) => `还剩 ${left}，过时名额会给下一位`,
  offeredOver: '确认的时间已经过了',
  asking: '等发起人审核',
  askingHint: '通过以后才算报上',
  checking: '文字审核中，别人暂时看不到这一条',
  removed: '您被移出了',
  declined: '没有通过审核',
  expired: '没有按时确认，名额给了下一位',
  left: '您已经退出',
  reason: (text: string) => `原因：${text}`,
  people: (n: string) => `共 ${n} 人`,
  due: (amount: string) => `要付 ${amount}`,
  payOutside: '钱请直接付给发起人',
  paid: (amount: string) => `已付 ${amount}`,
  refunded: '已退款',
  confirm: '确认参加',
  giveUp: '放弃',
  edit: '修改',
  leave: '退出',
  leaveTitle: '不参加了？',
  leaveTitleOther: (name: string) => `“${name}”不参加了？`,
  leaveText: (n: string) => `第 ${n} 号会空出来，别人可以报。再报名会排到后面。`,
  leaveWaitingText: '退出以后不再排候补。再报名会排到后面。',
  leaveYes: '不参加',
  leaveNo: '再想想',
  leftDone: '已经退出',
  confirmed: '确认好了',
  section: '我的报名',
};
