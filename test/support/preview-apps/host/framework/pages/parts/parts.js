const shared = require('../../behaviors/shared');
Page({
  behaviors: [shared],
  data: { list: [1, 2], text: 'x' },
  onLoad() {
    this.custom = { a: 1 };
  },
  onShow() {
    this.getTabBar(bar => bar.setData({ selected: 0 }));
  },
  rename() {
    this.setData({ text: 'y', 'list[1]': 5 }, () => getApp().log.push(`rendered ${this.data.list.join()}`));
  },
  fail() {
    throw new Error('from a handler');
  },
  picked(e) {
    getApp().log.push(`picked ${JSON.stringify(e.detail)} ${JSON.stringify(e.mark)}`);
  },
});
