import type { Told, Touched } from '../../../platform/events';
import { people } from '../../copy/people';
import { nobody, type PersonAct, type PersonSheet } from '../../view/people-screen';

/** All that is known of an entry, and what can be done with it. Tells `act {id}`, `call {phone}` or `dismiss`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    view: { type: Object, value: nobody as PersonSheet },
    busy: { type: Boolean, value: false },
    /** Letters are large: one action a row. */
    big: { type: Boolean, value: false },
  },
  data: { t: people },
  methods: {
    onVisibleChange(event: Told<{ visible: boolean }>) {
      if (!event.detail.visible) this.onBack();
    },
    onBack() {
      this.triggerEvent('dismiss');
    },
    onAct(event: Touched<{ id: PersonAct }>) {
      if (!this.data.busy) this.triggerEvent('act', { id: event.currentTarget.dataset.id });
    },
    onCall(event: Touched<{ phone: string }>) {
      this.triggerEvent('call', { phone: event.currentTarget.dataset.phone });
    },
  },
});
