import { common } from '../../copy/common';

/** The states of a screen: loading, empty, failed, offline, ready. Its content is drawn only when ready. */
Component({
  properties: {
    state: { type: String, value: 'loading' },
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    /** Label of the button of the empty state; none when blank. */
    action: { type: String, value: '' },
  },
  data: {
    t: common,
    bones: [1, 2, 3, 4, 5],
  },
  methods: {
    onAction() {
      this.triggerEvent('action');
    },
    onRetry() {
      this.triggerEvent('retry');
    },
  },
});
