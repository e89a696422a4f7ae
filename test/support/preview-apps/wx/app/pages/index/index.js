Page({
  onReady() {
    globalThis.onPageReady?.();
  },
  /** Runs what the test put there, inside a real tap. */
  act() {
    globalThis.actNow();
  },
});
