Page({
  data: { name: '小', focused: false },
  onEvent(event) {
    globalThis.seen ??= [];
    globalThis.seen.push({ type: event.type, at: event.currentTarget.id, detail: event.detail });
  },
  onInput(event) {
    this.onEvent(event);
  },
  toUpper: event => event.detail.value.toUpperCase(),
  focusName() {
    this.setData({ focused: true });
  },
});
