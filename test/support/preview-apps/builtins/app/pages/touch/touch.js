Page({
  data: { lines: 'one\ntwo', entities: 'a &lt; b&amp;lt;', hide: true },
  onEvent(event) {
    const { type, currentTarget, target, mark, detail, touches, changedTouches } = event;
    globalThis.seen ??= [];
    globalThis.seen.push({
      type,
      at: currentTarget.id,
      target: target.id,
      dataset: currentTarget.dataset,
      mark,
      detail,
      touches: touches?.length,
      changed: changedTouches?.length,
    });
  },
});
