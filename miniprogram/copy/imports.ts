import type { ImportFormat, RowOutcome, RowVerdict } from '../../typings/contract/imports';

type Tone = '' | 'warn' | 'plain' | 'danger';

export const imports = {
  title: '导入',
  kind: '导入到',
  paste: '粘贴文字或链接',
  pasteHint: '一行一个名字或链接，也可以直接贴表格',
  read: '看看认出了什么',
  file: '从聊天文件选择',
  fileHint: '支持 txt、csv、opml、json，最大 5 MB',
  safe: '先给您看，确认之前什么都不会改',
  reading: '正在认',
  uploading: '正在上传文件',
  tooLong: '文字超过 60,000 个字，请存成文件再选',
  fileTooLarge: '文件超过 5 MB，请分成几份',
  empty: '请先粘贴一些文字',
  uploadFailed: '文件没传上去，请检查网络后再选一次',
  found: (n: string) => `认出 ${n} 行`,
  format: (name: string) => `格式：${name}`,
  commit: (n: string) => `导入 ${n} 个`,
  commitNone: '没有可导入的',
  commitMerge: '合并标签',
  restoreToo: '同时找回在“最近删除”里的',
  again: '重新选',
  committing: '正在导入',
  doneTitle: '导入好了',
  seeList: '看看名单',
  more: '再导入一份',
  retry: '重试没成功的',
  interrupted: '中途断了，已导入的不会重复',
  continue: '继续导入',
  rowNumber: (n: number) => `第 ${n} 行`,
};

export const formats: Record<ImportFormat, string> = {
  names: '名字，一行一个',
  links: '链接',
  csv: '表格（CSV）',
  'mastodon-csv': 'Mastodon 关注表',
  opml: 'OPML 订阅',
  'netscape-html': '浏览器收藏夹（HTML）',
  'pocket-csv': 'Pocket 收藏表',
  'instapaper-csv': 'Instapaper 收藏表',
  'raindrop-csv': 'Raindrop 收藏表',
  'instagram-json': 'Instagram 关注',
  'x-archive': 'X 存档',
  'bilibili-csv': '哔哩哔哩表格',
  'bilibili-json': '哔哩哔哩名单',
  'weibo-lines': '微博关注名单',
  'liyili-json': '理一理备份',
};

export const verdicts: Record<RowVerdict, { text: string; tone: Tone }> = {
  new: { text: '新的', tone: '' },
  duplicate: { text: '已有', tone: 'plain' },
  trashed: { text: '在最近删除', tone: 'warn' },
  bad: { text: '认不出', tone: 'danger' },
};

export const rowOutcomes: Record<RowOutcome, { text: string; tone: Tone; count: (n: string) => string }> = {
  added: { text: '已导入', tone: '', count: n => `新增 ${n} 个` },
  merged: { text: '已合并', tone: 'plain', count: n => `合并 ${n} 个` },
  restored: { text: '已找回', tone: '', count: n => `找回 ${n} 个` },
  skipped: { text: '跳过', tone: 'plain', count: n => `跳过 ${n} 个` },
  failed: { text: '没成功', tone: 'danger', count: n => `没成功 ${n} 个` },
};
