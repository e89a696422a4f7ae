/** Notes an event down for the test, which reads `globalThis.seen`. */
exports.record = event => {
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
};
