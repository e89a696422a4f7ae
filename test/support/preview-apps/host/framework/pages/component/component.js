Component({
  properties: { id: Number, word: String },
  data: { seen: '' },
  lifetimes: {
    attached() {
      getApp().log.push(`attached ${this.data.word}`);
    },
  },
  pageLifetimes: {
    show() {
      getApp().log.push('page show');
    },
  },
  methods: {
    onLoad(query) {
      getApp().log.push(`onLoad ${query.word} ${this.route}`);
      this.setData({ seen: query.word });
    },
    onShow() {
      getApp().log.push('onShow');
    },
    onShareAppMessage({ from }) {
      return {
        title: `card by ${from}`,
        path: '/pages/component/component?word=card',
        promise: Promise.resolve({ title: 'promised', imageUrl: '/card.svg' }),
      };
    },
  },
});
