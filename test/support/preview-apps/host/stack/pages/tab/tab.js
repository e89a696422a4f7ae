const log = getApp().log;
Page({
  onLoad() {
    log.push('tab onLoad');
  },
  onShow() {
    log.push('tab onShow');
  },
  onHide() {
    log.push('tab onHide');
  },
  onUnload() {
    log.push('tab onUnload');
  },
});
