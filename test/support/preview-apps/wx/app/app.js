App({
  globalData: { life: [] },
  onShow() {
    this.globalData.life.push('show');
  },
  onHide() {
    this.globalData.life.push('hide');
  },
});
