const log = getApp().log;
Page({
  data: { locked: false },
  onShow() {
    log.push('list onShow');
  },
  onRouteDone() {
    log.push('list onRouteDone');
  },
  onUnload() {
    log.push('list onUnload');
  },
});
