import type { FontMode, Theme } from '../../typings/contract/people';

export const me = {
  title: '我的',
  noName: '还没有名字',
  profileHint: '改头像和名字',
  silentTitle: '多久没打开算沉默',
  silentDays: (n: number) => `${n} 天`,
  silentHint: (n: number) => `现在是 ${n} 天，清理建议按它来找`,
  now: (font: string, theme: string) => `字：${font}，颜色：${theme}`,
  saved: '已保存',
};

/** Ways to the other screens, group by group, in their order. `review` is for administrators. */
export const entryGroups = {
  use: '常用',
  tidy: '整理',
  account: '账号和数据',
  administrator: '管理员',
};

export const entries = {
  appearance: { group: 'use', icon: 'font', text: '字的大小和颜色', hint: '' },
  contacts: { group: 'use', icon: 'user', text: '家人邻居', hint: '报名时不用再打名字和电话' },
  help: { group: 'use', icon: 'help', text: '帮助', hint: '有图，一步一步来' },
  limits: { group: 'tidy', icon: 'broom', text: '我的额度', hint: '每天还能清理多少' },
  report: { group: 'tidy', icon: 'chart', text: '清理报告', hint: '清理了多少，为什么' },
  silent: { group: 'tidy', icon: 'moon', text: '多久没打开算沉默', hint: '' },
  content: { group: 'tidy', icon: 'heart', text: '内容热度', hint: '一篇内容有多少人点赞' },
  log: { group: 'account', icon: 'clock', text: '操作记录', hint: '什么时候做了什么' },
  data: { group: 'account', icon: 'file', text: '我的数据', hint: '全部存成一个文件，或带回来' },
  privacy: { group: 'account', icon: 'shield', text: '隐私', hint: '存了什么，给谁看，怎么拒绝' },
  deletion: { group: 'account', icon: 'bin', text: '注销账号', hint: '72 小时内可以反悔' },
  review: { group: 'administrator', icon: 'find', text: '审核', hint: '看看可疑的操作' },
} satisfies Record<string, { group: keyof typeof entryGroups; icon: string; text: string; hint: string }>;

export const fontModes: Record<FontMode, string> = {
  system: '跟随系统',
  standard: '标准',
  large: '大',
  'extra-large': '特大',
};
export const themes: Record<Theme, string> = { system: '跟随系统', light: '浅色', dark: '深色' };

/** An account that will be deleted, on home and on 我的. */
export const deletionNotice = {
  title: '账号正在等待注销',
  when: (at: string) => `${at} 删除`,
  withdraw: '不注销了',
  withdrawn: '不注销了，什么都没变',
};

/** The 72 hours are over and the program is erasing. */
export const accountGone = {
  goneTitle: '账号已经注销',
  goneHint: '正在清除您的数据，要几分钟。清完以后可以重新开始用。',
  goneAgain: '再看看清完了没有',
};
