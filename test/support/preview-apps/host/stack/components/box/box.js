const log = getApp().log;
Component({
  properties: { name: String },
  lifetimes: {
    created() {
      log.push('box created');
    },
    attached() {
      log.push(`box attached ${this.data.name}`);
    },
    ready() {
      log.push('box ready');
    },
    detached() {
      log.push('box detached');
    },
  },
  pageLifetimes: {
    show() {
      log.push('box page show');
    },
    hide() {
      log.push('box page hide');
    },
  },
  methods: {
    ping() {
      this.triggerEvent('ping', { n: 1 });
    },
  },
});
