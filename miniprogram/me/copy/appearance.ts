export const appearancePage = {
  title: '字的大小和颜色',
  font: '字的大小',
  fontHint: '跟随系统：微信里的字调多大，这里就多大。大和特大：一行只放一件事，按钮更大，撤销的时间更长。',
  sampleLabel: '看看这样清楚吗',
  sampleName: '人民日报',
  sampleLine: '上次打开 2025-08-03',
  sampleNumber: '您是第 12 号',
  theme: '颜色',
  themeHint: '跟随系统：手机变深色，这里也变深色。',
};
