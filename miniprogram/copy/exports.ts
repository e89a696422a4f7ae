import type { ExportFormat } from '../../typings/contract/exports';

export const exports = {
  title: '导出',
  intro: '把名单存成文件，自己留着或换个地方用。',
  kinds: '导出哪些',
  all: '全部',
  formats: '存成什么',
  go: '导出',
  making: '正在整理名单',
  fetching: (at: number, of: number) => `正在取回文件 ${at} / ${of}`,
  fetchFailed: '文件做好了，没取回来。请检查网络后再试',
  done: (n: string) => `导出好了，一共 ${n} 个`,
  none: '名单是空的，没有可导出的',
  parts: (n: number) => `内容多，分成了 ${n} 个文件，每个都能单独导入`,
  left: (n: string) => `有 ${n} 个没有链接，这种文件放不下；要全部留着请选“完整备份”`,
  file: (items: string, size: string) => `${items} 个 · ${size}`,
  expires: (at: string) => `文件在云端留到 ${at}，之后自动删除`,
  send: '发给朋友',
  sendHint: '发给自己或“文件传输助手”，就能存下来',
  save: '存到电脑',
  saved: '已存好',
  saveFailed: '没存成，请再试一次',
  sendFailed: '没发出去，请再试一次',
  copy: '复制内容',
  copyFailed: '没复制成，可以改用“发给朋友”',
  again: '再导出一份',
};

export const exportFormats: Record<ExportFormat, { name: string; hint: string }> = {
  'liyili-json': { name: '完整备份', hint: '什么都不丢，能原样导回来，最近删除也在里面' },
  csv: { name: '表格（CSV）', hint: '用 WPS、Excel 打开看' },
  'netscape-html': { name: '浏览器收藏夹（HTML）', hint: '能导进电脑浏览器的书签' },
  opml: { name: 'OPML 订阅', hint: '能导进阅读软件' },
};
