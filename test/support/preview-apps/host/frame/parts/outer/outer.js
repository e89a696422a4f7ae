Component({
  methods: {
    onInside() {
      getApp().log.push('outer inside');
    },
  },
});
