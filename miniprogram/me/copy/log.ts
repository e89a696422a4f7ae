import type { LogLine, Operation } from '../../../typings/contract/accounts';
import type { ItemKind } from '../../../typings/contract/items';

export const log = {
  title: '操作记录',
  intro: '只记做了什么、什么时候，不记内容。',
  emptyTitle: '还没有记录',
  emptyHint: '添加、清理、报名以后，会一条条记在这里',
  older: '更早的记录',
  newer: '更新的记录',
  byProgram: '自动',
  today: '今天',
  yesterday: '昨天',
};

type Counter = (count: number) => string;

/** How many of what, behind a verb. */
export const counted: Record<ItemKind | 'chain', Counter> = {
  follow: n => `${n} 个关注`,
  like: n => `${n} 条点赞`,
  favorite: n => `${n} 条收藏`,
  chain: n => `${n} 个接龙`,
};
/** When it is not said of what. */
export const countedAny: Counter = n => `${n} 个`;

/** What was done; how many of what stands behind. */
export const operations: Record<Operation, string> = {
  added: '添加',
  edited: '修改',
  removed: '清理',
  restored: '找回',
  undone: '撤销整批，找回',
  erased: '彻底清除',
  purged: '到 72 小时，彻底清除',
  imported: '导入',
  'import-undone': '撤销导入',
  exported: '导出',
  merged: '合并重复的',
  'chain-created': '发起接龙',
  'chain-edited': '修改接龙',
  'chain-steered': '开关或取消接龙',
  'chain-trashed': '解散接龙',
  'chain-restored': '找回接龙',
  'chain-erased': '彻底清除接龙',
  announced: '发通知',
  'staff-changed': '改接龙的协作者',
  'roster-changed': '改对照名单',
  'entries-handled': '处理别人的报名',
  reminded: '提醒大家',
  'sheet-exported': '导出接龙名单',
  joined: '报名',
  'entry-edited': '改报名',
  left: '退出报名',
  confirmed: '确认参加',
  claimed: '认领报名',
  'contacts-changed': '改家人邻居',
  'settings-changed': '改设置',
  'profile-changed': '改名字或头像',
  'deletion-requested': '申请注销账号',
  'deletion-withdrawn': '不注销账号了',
};

/** One of them, behind a verb. */
export const kindNames: Record<ItemKind | 'chain', string> = {
  follow: '关注',
  like: '点赞',
  favorite: '收藏',
  chain: '接龙',
};

/** Of a chain most words say it already: 发起接龙, 报名. */
export const saysItAlone = ({ kind, count = 1 }: LogLine): boolean => kind === 'chain' && count === 1;
