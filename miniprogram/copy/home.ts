import type { SuggestionReason } from '../../typings/contract/items';

export const home = {
  title: '整理',
  titleBig: '您想做什么？',
  subtitle: '删掉的都留 72 小时，随时找回',
  trash: '最近删除',
  soonest: (left: string) => `最早的${left}`,
  oldest: (date: string) => `最久的上次打开是 ${date}`,
  suggestions: '可以清理',
  nothingToTidy: '暂时没有需要清理的',
  nothingToTidyHint: '有久没打开或推送太多的，会出现在这里',
  bringIn: '添加',
  afterwards: '清理之后',
  unfinished: '还没做完的',
  fontButton: '字大一点',
  fontButtonBig: '字的大小',
  emptyTitle: '名单还是空的',
  emptyHint: '先导入一份名单，就能看出哪些久没打开',
};

/** The three ways of the home in large letters. */
export const plainHome = {
  chains: '我报的接龙',
  chainsHint: '报名、看号码、发起接龙',
  next: (title: string, when: string) => `下一个：${title}，${when}`,
  tidy: '清理关注',
  silent: (n: string) => `${n} 个好久没看了`,
  follows: (n: string) => `名单里有 ${n} 个号`,
  noFollows: '名单还是空的，先导入一份',
  trash: '找回删掉的',
  trashHint: '删掉以后 3 天内都能找回',
  trashed: (n: string, left: string) => `${n} 个能找回，最早的${left}`,
  more: '更多',
  moreHint: '点赞、收藏、添加、导出',
  less: '收起',
};

/** Asked once of somebody whose phone has large letters. */
export const fontOffer = {
  title: '您的手机用的是大字',
  text: '这里也跟着放大了：字大，按钮大，一行只做一件事。',
  stay: (mode: string) => `就用${mode}，不用改`,
  later: '以后在“我的”里随时能改',
  chosen: '记住了，以后在“我的”里能改',
};

/** Ways on, each with what it is for. */
export const entries = {
  import: { icon: 'import', title: '导入名单', hint: '粘贴文字、链接，或选聊天里的文件' },
  add: { icon: 'plus', title: '手动添加', hint: '一次加一个' },
  checklist: { icon: 'check', title: '去微信里取消', hint: '在微信里再点一次，才算真的取消' },
  report: { icon: 'chart', title: '清理报告', hint: '清理了多少，为什么不要了' },
  export: { icon: 'export', title: '导出名单', hint: '存成文件，换手机也带得走' },
};

export const suggestionText: Record<
  SuggestionReason,
  { icon: string; tone: string; text: (n: string, unit: string, days: number) => string; why: string }
> = {
  silent: {
    icon: 'moon',
    tone: 'warn',
    text: (n, unit, days) => `${n} ${unit} ${days} 天没打开过`,
    why: '可能已经不看了',
  },
  frequent: {
    icon: 'bell',
    tone: '',
    text: (n, unit) => `${n} ${unit}每周推送超过 3 次`,
    why: '推送太多，容易错过想看的',
  },
  unopened: {
    icon: 'clock',
    tone: '',
    text: (n, unit) => `${n} ${unit}添加后没打开过`,
    why: '加了以后一次也没看',
  },
  dead: { icon: 'alert', tone: 'warn', text: (n, unit) => `${n} ${unit}打不开了`, why: '链接已经失效' },
  duplicate: {
    icon: 'copy',
    tone: '',
    text: (n, unit) => `${n} ${unit}重复了`,
    why: '合并后标签都会保留',
  },
  'advert-heavy': {
    icon: 'alert',
    tone: 'warn',
    text: (n, unit) => `${n} ${unit}广告多`,
    why: '您自己标记的',
  },
  outdated: { icon: 'clock', tone: '', text: (n, unit) => `${n} ${unit}信息过时`, why: '您自己标记的' },
};

export const guide = {
  skip: '跳过',
  step: (n: number) => `第 ${n} 步，共 3 步`,
  steps: [
    {
      title: '先把名单带进来',
      text: '粘贴一份名单，或选一个文件。这里只记名字，不会动您的微信。',
      go: '导入一份名单',
    },
    { title: '看看哪些久没打开', text: '挑出不看的，一次清理多个。受保护的不会动。', go: '看看名单' },
    { title: '后悔了随时找回', text: '删掉的在“最近删除”里留 72 小时，标签和星标都还在。', go: '知道了' },
  ],
};
