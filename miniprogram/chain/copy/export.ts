import type { SheetFormat } from '../../../typings/contract/sheets';

export const exporting = {
  title: '导出',
  intro: '名单按编号排好，按您能看到的内容导出',
  formats: '导出成什么',
  go: '导出',
  making: '正在生成',
  fetching: '正在取文件',
  fetchFailed: '文件生成好了，但没取下来，请检查网络后再试',
  done: (n: string) => `导出了 ${n} 人`,
  cut: (n: string) => `微信接龙最多 500 条，另外 ${n} 条没有放进去，可以导出表格`,
  copyText: '复制接龙',
  open: '打开看看',
  openFailed: '这台手机打不开这种文件，可以发到聊天里',
  send: '发到聊天',
  sendFailed: '没发出去，请再试一次',
  save: '存到电脑',
  saved: '已保存',
  saveFailed: '没存下来',
  file: (size: string) => `${size}，两小时内有效`,
  again: '换一种格式',
  poster: '海报图片',
  posterHint: '一张图，带时间、地点和小程序码，可以发朋友圈',
  masked: '手机号等个人信息在文件里是打码的',
};

export const sheetFormats: Record<SheetFormat, { name: string; hint: string }> = {
  text: { name: '微信接龙文字', hint: '复制后贴到群里，别人可以接着接' },
  xlsx: { name: 'Excel 表格', hint: '一人一行，每个问题一列' },
  csv: { name: 'CSV 表格', hint: '哪里都能打开的表格' },
  'large-type': { name: '大字打印版', hint: '20 号字，A4 纸，现场点名用' },
};
