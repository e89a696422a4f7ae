import { common } from '../../copy/common';

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
    bones: [1, 2, 3, 4, 5],
    cards: [1, 2, 3, 4],
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
