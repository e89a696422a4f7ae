Page({
  onLoad() {
    getApp().log.push('home onLoad');
  },
  reject() {
    Promise.reject(new Error('nobody waits'));
  },
});
