import type { Told } from '../../../platform/events';
import { editor } from '../../copy/editor';
import { type DayTime, dayTimeOf, withDay, withTime } from '../../view/day-time';

/** An instant, picked as a day and a time. Tells `change {at}`; null when it is cleared. */
Component({
  properties: {
    name: { type: String, value: '' },
    note: { type: String, value: '' },
    problem: { type: String, value: '' },
    /** Epoch ms; 0: none. */
    at: { type: Number, value: 0 },
  },
  data: { t: editor, shown: { day: '', time: '', dayText: '' } as DayTime },
  observers: {
    at(at: number) {
      this.setData({ shown: dayTimeOf(at) });
    },
  },
  methods: {
    tell(at: number | null) {
      this.triggerEvent('change', { at });
    },
    onDay(event: Told<{ value: string }>) {
      this.tell(withDay(this.data.at, event.detail.value));
    },
    onTime(event: Told<{ value: string }>) {
      this.tell(withTime(this.data.at, event.detail.value, Date.now()));
    },
    onClear() {
      this.tell(null);
    },
  },
});
