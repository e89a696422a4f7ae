Page({
  onShow() {
    getApp().log.push('home onShow');
  },
  reject() {
    Promise.reject(new Error('nobody waits'));
  },
});
