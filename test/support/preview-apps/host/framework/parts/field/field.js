Component({
  behaviors: ['wx://form-field', 'wx://component-export'],
  data: { n: 0, double: 0, raw: '' },
  observers: {
    n(n) {
      this.setData({ double: n * 2 });
    },
    'name, value'(name, value) {
      this.setData({ raw: `${name}=${value}` });
    },
  },
  export() {
    return { kind: 'exported', n: this.data.n };
  },
  lifetimes: {
    attached() {
      this.setData({ n: 3 });
    },
  },
});
