import type { ItemSort, Mark, SilentDays } from '../../typings/contract/items';

export const list = {
  searchHint: '搜名称、标签、拼音',
  select: '选择',
  sort: '排序',
  filter: '筛选',
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
  restored: (n: string) => `已找回 ${n} 个，标签和星标都还在`,
  preparing: '正在准备',
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
  starred: '星标',
  protected: '保护',
  unknown: '没有记录',
  dead: '失效',
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
  nameMissing: '请先填名称',
  type: '类型',
  url: '链接',
  urlHint: '可以不填',
  save: '添加',
  saved: (name: string) => `已添加 ${name}`,
  existsLive: '名单里已经有了',
  existsTrashed: '它在“最近删除”里，找回来就行，标签和星标都还在',
  seeIt: '去看看',
  restore: '找回',
  another: '再加一个',
};
