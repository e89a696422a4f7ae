const log = getApp().log;
Page({
  data: { n: 0, opened: '' },
  onLoad(query) {
    log.push(`home onLoad ${JSON.stringify(query)}`);
  },
  onShow() {
    log.push('home onShow');
  },
  onReady() {
    log.push('home onReady');
  },
  onHide() {
    log.push('home onHide');
  },
  onUnload() {
    log.push('home onUnload');
  },
  onTabItemTap(item) {
    log.push(`home tab ${item.index} ${item.text}`);
  },
  onTap(e) {
    this.setData({ n: this.data.n + 1, opened: e.currentTarget.dataset.name });
  },
  go() {
    wx.navigateTo({
      url: '/pages/second/second?a=%E4%B8%80&b=',
      events: { reply: text => log.push(`reply ${text}`) },
      success: res => res.eventChannel.emit('greet', 'hello'),
    });
  },
});
