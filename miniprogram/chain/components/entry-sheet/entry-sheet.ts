import type { Told } from '../../../platform/events';
import { entrySheet } from '../../copy/entries';
import { type EntrySheet, nobody } from '../../view/entry-sheet';

/** All that may be seen of one entry. Tells `claim`, `edit`, `leave` (each with its id) or `dismiss`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    view: { type: Object, value: nobody as EntrySheet },
    busy: { type: Boolean, value: false },
  },
  data: { t: entrySheet },
  methods: {
    tell(name: string) {
      if (!this.data.busy) this.triggerEvent(name, { id: this.data.view.id });
    },
    onVisibleChange(event: Told<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('dismiss');
    },
    onBack() {
      this.triggerEvent('dismiss');
    },
    onClaim() {
      this.tell('claim');
    },
    onEdit() {
      this.tell('edit');
    },
    onLeave() {
      this.tell('leave');
    },
  },
});
