import { myEntry } from '../../copy/entries';
import type { MyEntry } from '../../view/my-entry';

/** Where one of my entries stands. Tells `confirm`, `leave` or `edit`, each with its id. */
Component({
  properties: {
    entry: { type: Object, value: {} as MyEntry },
    busy: { type: Boolean, value: false },
    /** The screen has a button of its own to change it. */
    short: { type: Boolean, value: false },
  },
  data: { t: myEntry },
  methods: {
    tell(name: string) {
      if (!this.data.busy) this.triggerEvent(name, { id: this.data.entry.id });
    },
    onConfirm() {
      this.tell('confirm');
    },
    onLeave() {
      this.tell('leave');
    },
    onEdit() {
      this.tell('edit');
    },
  },
});
