import { confirm } from '../../copy/batches';
import type { Told } from '../../platform/events';
import { type ConfirmView, nothingToConfirm } from '../../view/confirm';

/** The second confirmation of a batch. Tells `confirm` or `dismiss`; neither button has the focus. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    view: { type: Object, value: nothingToConfirm as ConfirmView },
    busy: { type: Boolean, value: false },
    big: { type: Boolean, value: false },
  },
  data: { t: confirm, allNames: false },
  observers: {
    view() {
      this.setData({ allNames: false });
    },
  },
  methods: {
    onVisibleChange(event: Told<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('dismiss');
    },
    onNames() {
      this.setData({ allNames: true });
    },
    onBack() {
      this.triggerEvent('dismiss');
    },
    onConfirm() {
      if (!this.data.busy) this.triggerEvent('confirm');
    },
  },
});
