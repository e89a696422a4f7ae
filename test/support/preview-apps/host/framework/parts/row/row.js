Component({
  options: { virtualHost: true },
  externalClasses: ['row-class'],
  properties: {
    text: {
      type: String,
      observer(now, before) {
        getApp().log.push(`row ${before}→${now}`);
      },
    },
  },
  relations: {
    '../list/list': {
      type: 'parent',
      linked() {
        getApp().log.push('row linked');
      },
    },
  },
  methods: {
    pick() {
      this.triggerEvent('pick', { text: this.data.text }, { bubbles: true, composed: true });
    },
  },
});
