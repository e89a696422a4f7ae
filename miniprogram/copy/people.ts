import type { FontMode, Theme } from '../../typings/contract/people';

export const me = {
  title: '我的',
  font: '字的大小',
  fontSample: '看看这样清楚吗：上次打开 2025-08-03',
  theme: '颜色',
  silent: '多久没打开算沉默',
  silentHint: '清理建议按这个天数来找',
  silentDays: (n: number) => `${n} 天`,
  saved: '已保存',
  links: '其他',
};

/** Ways to the other screens, in their order. `review` is for administrators. */
export const entries = {
  limits: { text: '我的额度', hint: '每天还能清理多少' },
  report: { text: '清理报告', hint: '清理了多少，为什么' },
  export: { text: '导出', hint: '把名单存成文件' },
  content: { text: '内容热度', hint: '一篇内容有多少人点赞' },
  trash: { text: '最近删除', hint: '72 小时内可以找回' },
  checklist: { text: '去微信里取消', hint: '在微信里再点一次，才算真的取消' },
  review: { text: '审核', hint: '管理员：看看可疑的操作' },
};

export const fontModes: Record<FontMode, string> = {
  system: '跟随系统',
  standard: '标准',
  large: '大',
  'extra-large': '特大',
};
export const themes: Record<Theme, string> = { system: '跟随系统', light: '浅色', dark: '深色' };
