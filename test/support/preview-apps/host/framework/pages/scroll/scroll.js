const log = getApp().log;
Page({
  data: { rows: 40 },
  onPageScroll({ scrollTop }) {
    this.top = scrollTop;
  },
  onReachBottom() {
    log.push('bottom');
    this.setData({ rows: this.data.rows + 40 });
  },
  onPullDownRefresh() {
    log.push('pull');
    setTimeout(() => wx.stopPullDownRefresh(), 50);
  },
  onResize({ size }) {
    log.push(`resize ${size.windowWidth}`);
  },
});
