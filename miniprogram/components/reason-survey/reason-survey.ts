import type { RemovalReason } from '../../../typings/contract/batches';
import { survey } from '../../copy/batches';
import type { Told } from '../../platform/events';
import { reasonChips, toggleReason } from '../../view/reasons';

/** Why people stopped following; one tap skips it. Tells `answer {reasons}` or `skip`. */
Component({
  properties: { busy: { type: Boolean, value: false } },
  data: { t: survey, chips: reasonChips([]), chosen: [] as RemovalReason[] },
  methods: {
    onPick(event: Told<{ id: RemovalReason }>) {
      const chosen = toggleReason(this.data.chosen as RemovalReason[], event.detail.id);
      this.setData({ chosen, chips: reasonChips(chosen) });
    },
    onSend() {
      if (!this.data.busy && this.data.chosen.length > 0)
        this.triggerEvent('answer', { reasons: this.data.chosen });
    },
    onSkip() {
      this.triggerEvent('skip');
    },
  },
});
