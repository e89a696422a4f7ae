import type { Told } from '../../../platform/events';

/** A setting that is on or off. Tells `change {value}`. */
Component({
  properties: {
    name: { type: String, value: '' },
    note: { type: String, value: '' },
    value: { type: Boolean, value: false },
  },
  methods: {
    onChange(event: Told<{ value: boolean }>) {
      this.triggerEvent('change', { value: event.detail.value });
    },
  },
});
