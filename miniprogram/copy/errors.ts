import type { ErrorCode, PolicyName } from '../../typings/contract/errors';

/** One sentence per refusal, for when the reply's own facts add nothing. */
export const errorSentences: Record<ErrorCode, string> = {
  BAD_INPUT: '有一处填得不对，请改一下再试',
  NOT_FOUND: '没有找到，可能已经被删掉了',
  FORBIDDEN: '这里只有本人可以操作',
  RATE_LIMITED: '操作太频繁，请过一会儿再试',
  FULL: '名额已经满了',
  CLOSED: '已经截止了',
  NOT_OPEN_YET: '还没有开始',
  ALREADY_JOINED: '您已经报过名了',
  GONE: '超过 72 小时，已经彻底清除，找不回来了',
  CONFLICT: '刚才在别处改过，请刷新后再试',
  TOO_LARGE: '内容太多了，请分几次来',
  CONTENT_REFUSED: '有的文字不合适，请改一下',
  UNAVAILABLE: '暂时连不上，请检查网络，或过一会儿再试',
  INTERNAL: '出了点问题，不是您的操作有误，请稍后再试',
};

/** What is too long or too many, by the last name of the field's path; `max` with its thousands grouped. */
export const sizeSentences: Record<string, (max: string) => string> = {
  name: max => `名称最多 ${max} 个字`,
  note: max => `备注最多 ${max} 个字`,
  label: max => `身份标识最多 ${max} 个字`,
  tag: max => `每个标签最多 ${max} 个字`,
  tags: max => `标签最多 ${max} 个`,
  folder: max => `分类或文件夹的名字最多 ${max} 个字`,
  url: max => `链接最长 ${max} 个字符`,
  handle: max => `账号最长 ${max} 个字符`,
  query: max => `搜索的词最多 ${max} 个字`,
  ids: max => `一次最多 ${max} 个，请分几次来`,
  except: max => `全选以后最多去掉 ${max} 个，请换个条件再选`,
  text: max => `文字最多 ${max} 个字，请存成文件再选`,
};

/** Names of the limits as a person would say them. */
export const policyNames: Record<PolicyName, string> = {
  unfollow: '取消关注',
  'unlike.review': '取消点赞（提醒线）',
  'unlike.daily': '取消点赞',
  'unlike.same-content': '同一内容取消点赞',
  'unlike.ratio': '30 天内取消点赞',
  unfavorite: '取消收藏',
  restore: '找回',
  'import.rows': '导入行数',
  'chain.create': '发起接龙',
  'chain.write': '接龙修改',
  reminder: '提醒',
  'any-call': '全部操作',
};
