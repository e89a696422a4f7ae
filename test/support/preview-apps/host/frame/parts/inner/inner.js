const log = getApp().log;
Component({
  data: { n: 0 },
  lifetimes: {
    detached() {
      log.push(`${this.id} detached`);
    },
  },
  methods: {
    ping(options) {
      this.triggerEvent('ping', { n: 7 }, options);
    },
    measure(done) {
      this.createSelectorQuery()
        .select('#box')
        .boundingClientRect(({ width, height }) => done(`${width}x${height}`))
        .exec();
    },
    fade(done) {
      this.animate('#box', [{ opacity: 1 }, { opacity: 0.25, translateX: 5 }], 30, done);
    },
  },
});
