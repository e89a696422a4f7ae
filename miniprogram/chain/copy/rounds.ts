import type { RoundView } from '../../../typings/contract/chains';

export const rounds = {
  title: '打卡',
  streak: '连续',
  best: '最长连续',
  makeUps: '还能补卡',
  unit: { rounds: (n: string) => `${n} 次` },
  month: (year: number, month: number) => `${year} 年 ${month} 月`,
  earlier: '上个月',
  later: '下个月',
  none: '这个月没有安排',
  open: '打开这一天',
  joined: (n: string) => `${n} 人`,
  chosenNone: '点一天，看那天的名单',
  today: '今天',
  makeUp: '可以补卡',
  legend: '✓ 已打卡　补 已补卡　休 不办',
};

export const roundStates: Record<RoundView['state'], string> = {
  past: '已过',
  today: '今天',
  coming: '还没到',
  skipped: '不办',
};

export const mineMarks: Record<NonNullable<RoundView['mine']>, { mark: string; text: string }> = {
  joined: { mark: '✓', text: '我打卡了' },
  'made-up': { mark: '补', text: '我补了卡' },
};
export const skippedMark = '休';
