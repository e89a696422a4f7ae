import type { Audience } from '../../../typings/contract/notices';

export const remind = {
  title: '提醒',
  who: '提醒谁',
  people: (n: string) => `会提醒 ${n} 人`,
  nobody: '这里没有要提醒的人',
  nobodyHint: '没有对照名单时，不知道谁还没答复',
  setRoster: '粘贴名单',
  reachable: (n: string) => `${n} 人能收到微信消息`,
  unreachable: (n: string) => `${n} 人没有同意接收，用下面的文字到群里提醒`,
  allUnreachable: '他们都没有同意接收微信消息，可以把下面的文字贴到群里',
  left: (done: number, left: number) => `今天已发 ${done} 次，还能发 ${left} 次`,
  leftNone: '今天的 5 次都用完了，可以把文字贴到群里',
  again: (time: string) => `离上次不到 15 分钟，${time} 以后可以再发`,
  names: '要提醒的人',
  more: (n: string) => `等 ${n} 人`,
  words: '想多说一句',
  wordsHint: '选填，会写在消息里，最多 20 个字',
  send: '发消息提醒',
  sendTo: (n: string) => `给 ${n} 人发消息`,
  sending: '正在发送',
  ready: '到群里说的话',
  copy: '复制这段话',
  sent: (n: string) => `已发给 ${n} 人`,
  sentNone: '没有发出消息',
  queued: (n: string, time: string) => `${n} 人在下一批，${time} 发`,
  notReached: (n: string) => `${n} 人收不到消息`,
};

export const audiences: Record<Audience, string> = {
  unanswered: '还没答复的',
  in: '已报名的',
  waiting: '在候补的',
  unpaid: '还没付的',
};
