import type { Told } from '../../../platform/events';
import { stepper } from '../../copy/join';

/** A number with a button on each side; typed ones may have two decimals. Tells `change {value}`; never beyond `min` and `max`. */
Component({
  properties: {
    value: { type: Number, value: 0 },
    min: { type: Number, value: 0 },
    max: { type: Number, value: 99 },
    /** What is counted, for screen readers. */
    label: { type: String, value: '' },
    /** The number can be typed too: for wide ranges. */
    typed: { type: Boolean, value: false },
    /** Nothing was answered yet. */
    blank: { type: Boolean, value: false },
  },
  data: { t: stepper },
  methods: {
    tell(value: number) {
      const { min, max, blank } = this.data;
      const within = Math.min(max, Math.max(min, value));
      if (blank || within !== this.data.value) this.triggerEvent('change', { value: within });
    },
    onLess() {
      if (!this.data.blank) this.tell(this.data.value - 1);
    },
    onMore() {
      const { blank, min, value } = this.data;
      this.tell(blank ? Math.max(min, Math.min(1, this.data.max)) : value + 1);
    },
    onTyped(event: Told<{ value: string }>) {
      const text = event.detail.value.trim();
      if (/^-?\d{1,10}(\.\d{1,2})?$/.test(text)) this.tell(Number(text));
      else if (text === '') this.triggerEvent('clear');
    },
  },
});
