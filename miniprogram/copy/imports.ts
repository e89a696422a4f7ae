import type { ImportFormat, RowOutcome, RowVerdict } from '../../typings/contract/imports';

type Tone = '' | 'warn' | 'plain' | 'danger';

export const imports = {
  title: '导入',
  kind: '导入到',
  paste: '粘贴文字或链接',
  pasteHint: '一行一个名字或链接，也可以直接贴表格',
  read: '看看认出了什么',
  file: '从聊天文件选择',
  fileHint: 'csv、txt、html、json 等，最大 5 MB',
  picture: '认截图里的名字',
  pictureHint: '在手机上认，图片不会传出去',
  brought: '从聊天里带来的文件',
  drop: '不用它',
  help: '哪些文件可以导入，怎么拿到',
  helpFirst: '文件先发到微信里，比如发给文件传输助手，再点“从聊天文件选择”。',
  safe: '先给您看，确认之前什么都不会改',
  reading: '正在认',
  uploading: '正在上传文件',
  tooLong: '文字超过 60,000 个字，请存成文件再选',
  fileTooLarge: '文件超过 5 MB，请分成几份',
  empty: '请先粘贴一些文字',
  refused: '没有同意隐私保护指引，打不开相册和聊天文件。可以改成粘贴文字',
  readingPicture: '正在认图里的字',
  pictureFailed: '这张图没认出来。可以换一张清楚些的，或把文字粘贴进来',
  pictureRead: (n: string) => `认出 ${n} 行字，放在上面了，改一改再继续`,
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

/** How to get each kind of file, in one line. */
export const sources: { name: string; how: string }[] = [
  { name: '名字或链接', how: '一行一个，粘贴或存成 txt。链接在文章右上角“…”里复制' },
  { name: '表格（CSV）', how: '用 WPS 或 Excel 另存为 CSV。第一行可以写“名称、链接、标签”，也可以不写' },
  { name: '理一理备份', how: '“我的”里的“导出”，选“完整备份”' },
  { name: '浏览器收藏夹（HTML）', how: '电脑浏览器的书签管理里选“导出书签”' },
  { name: 'OPML 订阅', how: '阅读软件的设置里选“导出订阅”' },
  { name: 'Pocket 收藏表', how: '以前从 Pocket 导出的 CSV，新旧两种都行' },
  { name: 'Instapaper 收藏表', how: '网页版“Settings”里的“Export”，选 CSV' },
  { name: 'Raindrop 收藏表', how: '“设置”里的“导出”，选 CSV' },
  { name: 'Mastodon 关注表', how: '“设置”里的“导入与导出”，下载“关注”的 CSV' },
  { name: 'Instagram 关注', how: '“下载你的信息”选 JSON，取里面的 following.json' },
  { name: 'X 存档', how: '“下载你的数据存档”，取里面的 following.js 或 like.js' },
  { name: '哔哩哔哩', how: '用浏览器插件导出的关注或收藏夹，CSV、JSON 都行' },
  { name: '微博关注', how: '一行一个：先写 uid，空一格，再写名字' },
];

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
