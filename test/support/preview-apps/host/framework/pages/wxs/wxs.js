Page({
  data: { open: false, got: '' },
  fromWxs(value) {
    this.setData({ got: JSON.stringify(value) });
  },
  toggle() {
    this.setData({ open: true });
  },
});
