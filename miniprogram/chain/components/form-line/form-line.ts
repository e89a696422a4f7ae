import type { Told } from '../../../platform/events';

/** A named input with its hint and what is wrong with it. Tells `change {value}`. */
Component({
  properties: {
    name: { type: String, value: '' },
    value: { type: String, value: '' },
    hint: { type: String, value: '' },
    /** Said below the name. */
    note: { type: String, value: '' },
    problem: { type: String, value: '' },
    unit: { type: String, value: '' },
    /** Keyboard: text, number (digits), digit (with a point). */
    kind: { type: String, value: 'text' },
    max: { type: Number, value: 60 },
    /** Several lines. */
    tall: { type: Boolean, value: false },
  },
  methods: {
    onChange(event: Told<{ value: string }>) {
      this.triggerEvent('change', { value: event.detail.value });
    },
  },
});
