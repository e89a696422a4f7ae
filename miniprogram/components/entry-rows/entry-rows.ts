import type { Touched } from '../../platform/events';

/** A way to somewhere: icon of theme/icons, what is there, what it is for. */
export interface EntryRow {
  id: string;
  icon: string;
  text: string;
  hint: string;
}

/** A card of rows that lead somewhere; tells `pick` with the id of the one tapped. Elements are named `<prefix>-<id>`. */
Component({
  properties: {
    rows: { type: Array, value: [] as EntryRow[] },
    prefix: { type: String, value: 'to' },
  },
  methods: {
    onTap(event: Touched<{ id: string }>) {
      this.triggerEvent('pick', { id: event.currentTarget.dataset.id });
    },
  },
});
