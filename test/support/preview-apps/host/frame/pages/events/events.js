const log = getApp().log;
Page({
  onCapture() {
    log.push('page captures');
  },
  onOuter() {
    log.push('page at outer');
  },
  onInner(e) {
    log.push(`page at inner ${e.detail.n} ${e.target.id}`);
  },
});
