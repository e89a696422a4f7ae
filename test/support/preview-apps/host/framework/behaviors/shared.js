module.exports = Behavior({
  data: { fromBehavior: 'yes' },
  methods: {
    behave() {
      return this.data.fromBehavior;
    },
  },
  lifetimes: {
    attached() {
      getApp().log.push('behavior attached');
    },
  },
});
