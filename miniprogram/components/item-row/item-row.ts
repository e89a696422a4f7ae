import type { Told } from '../../platform/events';
import type { ItemRow } from '../../view/item-row';

/**
 * One row of a list. Taps reach the host; what is put inside comes after the text. With `aside` a swipe to the left
 * shows a button of that name: tells `slide {open}` when the finger lifts and `aside` when the button is tapped.
 */
Component({
  properties: {
    row: { type: Object, value: { tags: [] } as unknown as ItemRow },
    selecting: { type: Boolean, value: false },
    /** Only shown; a tap on it does nothing. */
    plain: { type: Boolean, value: false },
    /** The second line may be two lines long. */
    wordy: { type: Boolean, value: false },
    /** The slot goes below the text instead of beside it: one button, or two of them, `stacked`. */
    tall: { type: Boolean, value: false },
    stacked: { type: Boolean, value: false },
    /** Words of the button beside the row; blank: the row cannot be swiped. */
    aside: { type: String, value: '' },
    /** The host says which row is open: never more than one. */
    opened: { type: Boolean, value: false },
  },
  data: { broken: false },
  observers: {
    'row.cover'() {
      if (this.data.broken) this.setData({ broken: false });
    },
  },
  methods: {
    /** The letter behind it stays. */
    onCoverError() {
      this.setData({ broken: true });
    },
    /** From the swipe. */
    onSlide(detail: { open: boolean }) {
      this.triggerEvent('slide', detail);
    },
    onAside(_event: Told<object>) {
      this.triggerEvent('aside');
    },
  },
});
