import type { Touched } from '../../platform/events';
import type { Chip } from '../../view/item-query';

/** A line of chips; tells `pick` with the id of the one tapped. `wrap` breaks it into several lines, `stacked` gives each its own. */
Component({
  properties: {
    chips: { type: Array, value: [] as Chip[] },
    wrap: { type: Boolean, value: false },
    stacked: { type: Boolean, value: false },
    /** Several may be on: `checkbox`; exactly one: `radio`; each does something at once: `button`. */
    kind: { type: String, value: 'checkbox' },
    label: { type: String, value: '' },
  },
  methods: {
    onTap(event: Touched<{ id: string }>) {
      this.triggerEvent('pick', { id: event.currentTarget.dataset.id });
    },
  },
});
