import type { ReportDays, ReportView } from '../../../typings/contract/reports';

export const report = {
  title: '清理报告',
  days: { 30: '30 天', 90: '90 天', 365: '一年' } satisfies Record<ReportDays, string>,
  range: '看多久',
  removed: '清理',
  restored: '找回',
  live: '现在有',
  showNumbers: '看数字',
  hideNumbers: '收起数字',
  emptyTitle: '还没有可看的',
  emptyHint: '先导入一份名单，清理过以后这里就有图',
  emptyAction: '导入名单',
  counted: (n: string) => `${n} 个`,
  share: (n: string, percent: number) => `${n} 个，占 ${percent}%`,
  parts: (name: string, n: string) => `${name} ${n} 个`,
  month: (n: number) => `${n} 月`,
  weekOf: (day: string) => `${day} 起`,
};

export const cards = {
  removed: {
    title: { day: '每天清理了多少', week: '每周清理了多少', month: '每月清理了多少' },
    none: '这段时间没有清理过',
  },
  added: {
    title: { day: '每天添加了多少', week: '每周添加了多少', month: '每月添加了多少' },
    none: '这段时间没有添加过',
  },
  reasons: { title: '为什么清理', none: '清理以后说一句为什么，这里就能看到' },
  tags: { title: '名单里的标签', none: '名单还是空的', rest: '其他标签', untagged: '没有标签' },
  frequency: { title: '关注的号一周推送几次', none: '还没有关注任何号' },
};

export const buckets: Record<ReportView['frequency'][number]['bucket'], string> = {
  '0-1': '不到 1 次',
  '1-3': '1 到 3 次',
  '3-7': '3 到 7 次',
  '7-14': '7 到 14 次',
  '14+': '14 次以上',
  unknown: '不知道',
};
