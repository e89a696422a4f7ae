Component({
  data: { selected: 0 },
  methods: {
    go(e) {
      wx.switchTab({ url: e.currentTarget.dataset.url });
    },
  },
});
