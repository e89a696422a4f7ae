import type { ItemRow } from '../../view/item-row';

/** One row of a list. Taps reach the host; what is put inside comes after the text. */
Component({
  properties: {
    row: { type: Object, value: { tags: [] } as unknown as ItemRow },
    selecting: { type: Boolean, value: false },
    /** Only shown; a tap on it does nothing. */
    plain: { type: Boolean, value: false },
    /** The second line may be two lines long. */
    wordy: { type: Boolean, value: false },
    /** The slot goes below the text instead of beside it. */
    tall: { type: Boolean, value: false },
  },
});
