import { common } from '../../copy/common';

const timers = new WeakMap<object, ReturnType<typeof setTimeout>>();

/** Says what was just done and offers to take it back, for `stayMs`. Tells `undo`, `more` or `close`. */
Component({
  properties: {
    /** Blank hides the bar; a new text starts the time anew. */
    text: { type: String, value: '' },
    action: { type: String, value: common.undo },
    /** A second way on; none when blank. */
    more: { type: String, value: '' },
    stayMs: { type: Number, value: 10_000 },
  },
  observers: {
    text(text: string) {
      this.stop();
      if (text !== '')
        timers.set(
          this,
          setTimeout(() => this.triggerEvent('close'), this.data.stayMs),
        );
    },
  },
  lifetimes: {
    detached() {
      this.stop();
    },
  },
  methods: {
    stop() {
      const timer = timers.get(this);
      if (timer !== undefined) clearTimeout(timer);
      timers.delete(this);
    },
    onMore() {
      this.stop();
      this.triggerEvent('more');
    },
    onUndo() {
      this.stop();
      this.triggerEvent('undo');
    },
  },
});
