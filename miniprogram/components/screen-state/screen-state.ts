import { common } from '../../copy/common';
import { offline } from '../../copy/offline';

/** Nobody wonders before that, ms. */
const SLOW_MS = 1_000;
const timers = new WeakMap<object, ReturnType<typeof setTimeout>>();

/** The states of a screen: loading, empty, failed, offline, ready. Its content is drawn only when ready. */
Component({
  properties: {
    state: { type: String, value: 'loading' },
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    /** Label of the button of the empty state; none when blank. */
    action: { type: String, value: '' },
    /** What loads, drawn in grey meanwhile: `rows` of a list, `cards` above rows, a card of `text` above rows. */
    shape: { type: String, value: 'rows' },
    /** What the empty state draws: a file of assets/images without its ending. */
    drawing: { type: String, value: 'empty' },
  },
  data: {
    t: common,
    slowText: offline.slowLoading,
    slow: false,
    bones: [1, 2, 3, 4, 5],
    cards: [1, 2, 3, 4],
  },
  observers: {
    state() {
      this.watch();
    },
  },
  lifetimes: {
    attached() {
      this.watch();
    },
    detached() {
      this.stop();
    },
  },
  methods: {
    /** What loads for longer says so. */
    watch() {
      this.stop();
      if (this.data.slow) this.setData({ slow: false });
      if (this.data.state !== 'loading') return;
      timers.set(
        this,
        setTimeout(() => this.setData({ slow: true }), SLOW_MS),
      );
    },
    stop() {
      const timer = timers.get(this);
      if (timer !== undefined) clearTimeout(timer);
      timers.delete(this);
    },
    onAction() {
      this.triggerEvent('action');
    },
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
