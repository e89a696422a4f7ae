const log = getApp().log;
Page({
  data: { query: '' },
  onLoad(query) {
    log.push(`second onLoad ${JSON.stringify(query)}`);
    this.setData({ query: decodeURIComponent(query.a || '') });
    const channel = this.getOpenerEventChannel();
    channel.on('greet', text => {
      log.push(`greet ${text}`);
      channel.emit('reply', 'hi');
    });
  },
  onShow() {
    log.push('second onShow');
  },
  onReady() {
    log.push('second onReady');
  },
  onHide() {
    log.push('second onHide');
  },
  onUnload() {
    log.push('second onUnload');
  },
});
