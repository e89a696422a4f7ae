import type { ItemSort, Mark, SilentDays } from '../../typings/contract/items';

export const list = {
  searchHint: '搜名称、标签、拼音',
  select: '选择',
  sort: '排序',
  filter: '筛选',
  /** The same in large letters, one below the other. */
  tools: '选择和筛选',
  toolNames: {
    select: '选几个一起清理',
    filter: '只看一部分',
    sort: (now: string) => `排序（现在：${now}）`,
  },
  exit: '不选了',
  chosen: (n: string) => `已选 ${n} 个`,
  chosenAllBut: (n: string) => (n === '0' ? '已全选符合条件的' : `已全选，去掉 ${n} 个`),
  chooseAll: (n: string) => (n === '' ? '全选符合条件的' : `全选符合条件的 ${n} 个`),
  chooseNone: '全不选',
  emptyTitle: '还没有内容',
  emptyHint: '导入一份名单，或一次加一个',
  emptyAction: '去导入',
  noMatchTitle: '没有符合条件的',
  noMatchHint: '换个词，或去掉一些条件',
  noMatchAction: '去掉全部条件',
  tooMany: '一次最多 5,000 个，请先缩小范围',
  removedOne: (name: string) => `已移除 ${name}，72 小时内可找回`,
  why: '说原因',
  restored: (n: string) => `已找回 ${n} 个，标签和星标都还在`,
  edit: '更多',
  merge: '合并成一个',
  mergeLabel: (name: string, n: number) => `把 ${n} 个 ${name} 合并成一个`,
  merged: (name: string, n: string) => `${name} 合并好了，多出的 ${n} 个在“最近删除”里`,
  mergedSome: (name: string, n: string, left: string) => `${name} 合并了 ${n} 个，${left} 个没动`,
  mergedNone: '没有可以合并的，受保护或锁定的不会动',
  edited: (n: string) => `已改 ${n} 个`,
  editedSome: (n: string, left: string) => `已改 ${n} 个，${left} 个没动`,
};

/** What can be done with a whole selection beside removing it. */
export const editing = {
  title: (n: string) => (n === '' ? '对选中的' : `对选中的 ${n} 个`),
  addTag: '加标签',
  removeTag: '去掉标签',
  toFolder: (folder: string) => `移到${folder}`,
  actions: (folder: string) => ({
    'add-tag': '加标签',
    'remove-tag': '去掉标签',
    folder: `移到${folder}`,
    star: '加星标',
    unstar: '去掉星标',
    protect: '保护',
    unprotect: '取消保护',
  }),
  newName: '或写一个新的',
  use: '用这个',
  noFolder: (folder: string) => `不放${folder}`,
  noTags: '选中的没有标签',
};

export const sorts: Record<ItemSort, string> = {
  recent: '最近添加',
  name: '名称',
  'last-read': '最久没打开',
  frequency: '推送最多',
};

export const chips = {
  silent: (days: SilentDays) => `${days} 天没打开`,
  frequent: '推送多',
  unopened: '没打开过',
  duplicate: '重复',
  starred: '星标',
  protected: '保护',
  unknown: '没有记录',
  dead: '失效',
};

/** Sorts of conditions, as headings; folders are called differently in each kind. */
export const filterNames = {
  conditions: '条件',
  tag: '标签',
  label: '身份',
  targetType: '类型',
  marked: '我的看法',
};

export const tags = { silent: '沉默', protected: '保护', starred: '星标', dead: '失效' };

export const marks: Record<Mark, string> = { 'advert-heavy': '广告多', outdated: '信息过时' };

export const evidence = {
  lastRead: (date: string) => `上次打开 ${date}`,
  today: '今天打开过',
  yesterday: '昨天打开过',
  daysAgo: (n: number) => `${n} 天前打开过`,
  unknown: '没有打开记录',
  perWeek: (n: number) => `每周 ${n} 次`,
  perMonth: (n: number) => `每月 ${n} 次`,
  /** Three cancels lock a content, six where the account is verified: the number is not known here. */
  locked: (at: string) => `已取消多次，${at} 后可再取消`,
  lockedShort: (at: string) => `${at} 可取消`,
  was: (title: string) => `原来是：${title}`,
};

export const item = {
  title: '详情',
  openArticle: '在微信里打开',
  openProfile: '打开视频号主页',
  copyName: '复制名称，去微信里搜',
  star: '星标',
  starHint: '列表里排查时一眼看到',
  protect: '保护',
  protectHint: '批量清理时永远不动它',
  dead: '链接失效',
  deadHint: '打不开了就打开它，清理时一起找到',
  snapshot: '添加时的样子',
  byAuthor: (author: string) => `来自 ${author}`,
  takenAt: (date: string) => `${date} 记下`,
  folderNone: '还没有放',
  change: '更改',
  twins: (n: string) => `还有 ${n} 个同名的`,
  merge: '合并成一个',
  twinsHint: '合并后标签都在，添加时间取最早的',
  contentTitle: '这条内容的点赞',
  contentHint: '看看一共有多少人点过赞',
  name: '名称',
  tags: '标签',
  addTag: '加一个标签',
  add: '加上',
  removeTag: '去掉标签',
  label: '身份',
  labelHint: '如 官方、学校',
  note: '备注',
  noteHint: '给自己看的，别人看不到',
  marks: '我的看法',
  save: '保存',
  added: (date: string) => `${date} 添加`,
  here: '删除后这里只是“已在本程序移除”，微信里还要再点一次取消',
  missing: '请从列表里重新打开',
};

export const add = {
  title: '手动添加',
  kind: '加到哪里',
  name: '名称',
  nameHint: '如 人民日报',
  nameMissing: '请先填名称或链接',
  type: '类型',
  url: '链接',
  urlHint: '有链接就贴在这里',
  linkLoading: '正在看这个链接',
  linkBare: '没读到内容，会按链接保存',
  linkDead: '链接已经失效',
  save: '添加',
  saved: (name: string) => `已添加 ${name}`,
  existsLive: '名单里已经有了',
  existsTrashed: '它在“最近删除”里，找回来就行，标签和星标都还在',
  seeIt: '去看看',
  restore: '找回',
  another: '再加一个',
};
