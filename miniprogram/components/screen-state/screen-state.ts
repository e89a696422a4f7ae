import { common } from '../../copy/common';

const bone = (width: string, height = '16px') => ({ width, height });

/** The four states of a screen: loading, empty, failed, ready. Its content is drawn only when ready. */
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
    bones: [1, 2, 3, 4, 5].map(() => [
      { width: '42px', height: '42px', borderRadius: '12px', marginRight: '12px' },
      bone('70%', '42px'),
    ]),
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
