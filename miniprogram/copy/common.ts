import type { ItemKind, TargetType } from '../../typings/contract/items';

/** What a kind is called, what removing one and keeping one apart are called, and its unit word. */
export const kinds: Record<
  ItemKind,
  {
    name: string;
    remove: string;
    unit: string;
    inWeChat: string;
    noun: string;
    counter: string;
    /** What a folder is called. */
    folder: string;
  }
> = {
  follow: {
    name: '关注',
    remove: '不再关注',
    unit: '个号',
    noun: '个号',
    counter: '个',
    inWeChat: '取消关注',
    folder: '分类',
  },
  like: {
    name: '点赞',
    remove: '取消点赞',
    unit: '条点赞',
    noun: '条',
    counter: '条',
    inWeChat: '取消点赞',
    folder: '分类',
  },
  favorite: {
    name: '收藏',
    remove: '取消收藏',
    unit: '条收藏',
    noun: '条',
    counter: '条',
    inWeChat: '取消收藏',
    folder: '文件夹',
  },
};

export const targetTypes: Record<TargetType, string> = {
  'official-account': '公众号',
  channel: '视频号',
  'mini-program': '小程序',
  article: '文章',
  video: '视频',
  other: '其他',
};

export const common = {
  retry: '重试',
  back: '返回',
  cancel: '取消',
  confirm: '确定',
  done: '好了',
  loading: '正在加载',
  loadingMore: '正在加载更多',
  end: '到底了',
  failedTitle: '没能打开',
  offline: '现在没有网络，看到的可能不是最新的',
  notFresh: '没能刷新，看到的可能不是最新的',
  offlineTitle: '没有网络',
  offlineHint: '连上网络以后再试一次',
  undo: '撤销',
  more: '更多',
  saved: '已保存',
  copied: '名称已复制',
  copyRefused: '没有同意隐私指引，没复制。再点一次可以重新选择',
  copyFailed: '没复制成，请再试一次',
};
