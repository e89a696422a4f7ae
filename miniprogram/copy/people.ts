import type { FontMode, Theme } from '../../typings/contract/people';

export const me = {
  title: '我的',
  font: '字的大小',
  fontSample: '看看这样清楚吗：上次打开 2025-08-03',
  theme: '颜色',
  silent: '多久没打开算沉默',
  silentHint: '清理建议按这个天数来找',
  silentDays: (n: number) => `${n} 天`,
  limits: '今天的额度',
  limitsHint: '为了不被微信当成异常操作，每天有个上限',
  remaining: (name: string, n: string) => `今天还可${name} ${n} 个`,
  perDay: (limit: string) => `每天 ${limit}`,
  full: '额度是满的',
  resets: (at: string) => `${at} 恢复`,
  saved: '已保存',
  links: '其他',
  trash: '最近删除',
  checklist: '去微信里取消',
};

export const fontModes: Record<FontMode, string> = {
  system: '跟随系统',
  standard: '标准',
  large: '大',
  'extra-large': '特大',
};
export const themes: Record<Theme, string> = { system: '跟随系统', light: '浅色', dark: '深色' };
