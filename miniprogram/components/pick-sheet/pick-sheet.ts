import { common } from '../../copy/common';
import { editing } from '../../copy/items';
import type { Told } from '../../platform/events';
import { nothingToPick, type PickView } from '../../view/pick';

/** One out of several, or a name of one's own where `view.hint` invites it. Tells `pick {id}` or `dismiss`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    view: { type: Object, value: nothingToPick as PickView },
    busy: { type: Boolean, value: false },
    /** One choice a row. */
    big: { type: Boolean, value: false },
  },
  data: { t: { ...common, ...editing }, draft: '' },
  observers: {
    view() {
      this.setData({ draft: '' });
    },
  },
  methods: {
    onVisibleChange(event: Told<{ visible: boolean }>) {
      if (!event.detail.visible) this.onBack();
    },
    onBack() {
      this.triggerEvent('dismiss');
    },
    onDraft(event: Told<{ value: string }>) {
      this.setData({ draft: event.detail.value });
    },
    onPick(event: Told<{ id: string }>) {
      if (!this.data.busy) this.triggerEvent('pick', { id: event.detail.id });
    },
    onUse() {
      const id = this.data.draft.trim();
      if (id !== '' && !this.data.busy) this.triggerEvent('pick', { id });
    },
  },
});
